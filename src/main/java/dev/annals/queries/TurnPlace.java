package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Slug;
import dev.annals.views.SpanKind;

/** A place in the order of begins and ends: by date, ends first, then by slug. */
public record TurnPlace(
        Day earliest,
        Day latest,
        boolean isBegin,
        String slug,
        long openedBy,
        String kind,
        boolean before) {

    /** Before everything. */
    public static final TurnPlace FIRST =
            new TurnPlace(Day.BEFORE_ALL, Day.BEFORE_ALL, false, "", 0, "", false);

    static TurnPlace of(ChangesBetween.Turn turn) {
        SpanRow span = turn.span();
        Bounds bounds =
                turn.isBegin()
                        ? span.period().since().bounds()
                        : span.period().until().orElseThrow().bounds();
        return new TurnPlace(
                bounds.earliest(),
                bounds.latest(),
                turn.isBegin(),
                span.slug(),
                span.openedBy(),
                span.kind().word(),
                span.before());
    }

    /**
     * @throws IllegalArgumentException if the text is not what {@link #toString} makes
     */
    public static TurnPlace parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length == 7 && Slug.isSlug(parts[3])) {
            TurnPlace place =
                    new TurnPlace(
                            new Day(Long.parseLong(parts[0])),
                            new Day(Long.parseLong(parts[1])),
                            Boolean.parseBoolean(parts[2]),
                            parts[3],
                            Long.parseLong(parts[4]),
                            SpanKind.of(parts[5]).word(),
                            Boolean.parseBoolean(parts[6]));
            if (place.toString().equals(text)) {
                return place;
            }
        }
        throw new IllegalArgumentException("not a place in the order of changes");
    }

    @Override
    public String toString() {
        return String.join(
                "/",
                Long.toString(earliest.epochDay()),
                Long.toString(latest.epochDay()),
                Boolean.toString(isBegin),
                slug,
                Long.toString(openedBy),
                kind,
                Boolean.toString(before));
    }
}
