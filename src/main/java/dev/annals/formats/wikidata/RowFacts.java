package dev.annals.formats.wikidata;

import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.LeftOut;
import dev.annals.formats.StreamedJson;
import dev.annals.formats.TenureDates;
import dev.annals.formats.TenureDates.Noted;
import dev.annals.json.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The facts of one row: who the item is, where it comes first, and from when to when it held the
 * office. Rows that differ in other columns only give equal facts.
 */
final class RowFacts {

    /** "Acting", as the nature of a statement. */
    private static final String ACTING = "Q4676846";

    private final Slug office;
    private final People people;
    private final LeftOut leftOut;
    private final Set<String> described = new HashSet<>();

    RowFacts(Slug office, People people, LeftOut leftOut) {
        this.office = office;
        this.people = people;
        this.leftOut = leftOut;
    }

    List<Fact> of(Rows.Row row) throws BrokenElementException {
        if (!row.piece().value().isObject()) {
            throw new BrokenElementException(
                    "expected an object, found " + Texts.shown(row.piece().value()));
        }
        if (!row.piece().isWhole()) {
            throw new BrokenElementException(StreamedJson.TOO_MUCH);
        }
        Cells cells = new Cells(row.piece().value());
        Optional<String> item = People.item(cells);
        if (item.isEmpty()) {
            leftOut.add("rows (of an unknown item)");
            return List.of();
        }
        People.check(cells, item.get());
        Optional<TenureDates> dates = dates(cells);
        Optional<Boolean> acting = acting(cells);
        List<Source> sources = List.of(source(item.get()));
        List<Fact> facts = new ArrayList<>();
        if (described.add(item.get())) {
            facts.add(description(item.get(), sources));
        }
        Slug person = people.slugOf(item.get());
        dates.ifPresent(d -> facts.addAll(d.facts(office, person, acting, sources)));
        countLosses(row, cells, dates);
        return facts;
    }

    private static Source source(String item) {
        return new Source(
                "Wikidata",
                Optional.empty(),
                Optional.empty(),
                Optional.of("https://www.wikidata.org/wiki/" + item),
                Optional.empty());
    }

    private Fact description(String item, List<Source> sources) {
        return new Fact.PersonDescribed(
                people.slugOf(item),
                people.nameOf(item).orElse(item),
                Optional.empty(),
                List.of("http://www.wikidata.org/entity/" + item),
                new Provenance(sources, Optional.empty()));
    }

    private static Optional<TenureDates> dates(Cells cells) throws BrokenElementException {
        Optional<EdtfDate> start = date(cells, "start");
        Optional<EdtfDate> end = date(cells, "end");
        if (start.isPresent()
                && end.isPresent()
                && TenureDates.areBackwards(start.get(), end.get())) {
            throw new BrokenElementException(
                    "end_date: "
                            + end.get().text()
                            + " comes before the start_date, "
                            + start.get().text());
        }
        return TenureDates.of(start.map(Noted::given), end.map(Noted::given));
    }

    /** Without a precision the date is as precise as it is written. */
    private static Optional<EdtfDate> date(Cells cells, String which)
            throws BrokenElementException {
        String field = which + "_date";
        Optional<String> time = cells.known(field);
        String precision =
                cells.known(which + "_precision").orElse(String.valueOf(WikidataDate.DAY));
        if (time.isEmpty()) {
            return Optional.empty();
        }
        if (!precision.matches("[0-9]{1,2}")) {
            throw new BrokenElementException(
                    which
                            + "_precision: expected a number from 0 to 14, found "
                            + Cells.shown(precision));
        }
        return Optional.of(WikidataDate.read(field, time.get(), Integer.parseInt(precision)));
    }

    private static Optional<Boolean> acting(Cells cells) throws BrokenElementException {
        return cells.known("nature").filter(n -> n.endsWith(ACTING)).map(_ -> true);
    }

    private void countLosses(Rows.Row row, Cells cells, Optional<TenureDates> dates)
            throws BrokenElementException {
        row.piece().passedOver().forEach(leftOut::add);
        for (String field : List.of("start_date", "end_date")) {
            if (cells.isUnknown(field)) {
                leftOut.add(field + " (unknown)");
            }
        }
        if (dates.isEmpty()) {
            leftOut.add("rows (without any date)");
        }
        if (cells.known("nature").isPresent() && acting(cells).isEmpty()) {
            leftOut.add("nature");
        }
    }
}
