package dev.annals.formats;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From when to when somebody held an office, as a file says it.
 *
 * @param end absent while open
 */
public record TenureDates(Noted begin, Optional<Noted> end) {

    static final String NO_BEGIN = "The begin is not given; it lies before the end.";

    /**
     * A date and where it comes from.
     *
     * @param note absent if the tenure itself gives the date
     */
    public record Noted(EdtfDate date, Optional<String> note) {

        public static Noted given(EdtfDate date) {
            return new Noted(date, Optional.empty());
        }
    }

    /**
     * An unknown begin lies before the end. Empty if neither is known, or the end has no day that
     * it comes before.
     */
    public static Optional<TenureDates> of(Optional<Noted> begin, Optional<Noted> end) {
        return begin.or(() -> end.flatMap(TenureDates::before))
                .map(known -> new TenureDates(known, end));
    }

    private static Optional<Noted> before(Noted end) {
        Day latest = end.date().bounds().latest();
        return EdtfDate.textOf(new Bounds(Day.BEFORE_ALL, latest))
                .map(text -> new Noted(EdtfDate.parse(text), Optional.of(NO_BEGIN)));
    }

    /** Whether the end certainly comes before the begin. */
    public static boolean areBackwards(EdtfDate begin, EdtfDate end) {
        return end.bounds().latest().isBefore(begin.bounds().earliest());
    }

    /** The facts that say it. */
    public List<Fact> facts(
            Slug office, Slug person, Optional<Boolean> acting, List<Source> sources) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact.OfficeAssumed(
                        office,
                        person,
                        begin.date(),
                        acting,
                        new Provenance(sources, begin.note())));
        end.ifPresent(
                noted ->
                        facts.add(
                                new Fact.OfficeVacated(
                                        office,
                                        person,
                                        noted.date(),
                                        Optional.empty(),
                                        new Provenance(sources, noted.note()))));
        return facts;
    }
}
