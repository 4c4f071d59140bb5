package dev.annals.domain.span;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import dev.annals.oracle.Oracle;
import dev.annals.oracle.PlainSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folds as the log feeds them, their answers in the words of the oracle. */
final class RealFolds {

    final Deaths deaths = new Deaths();
    final Map<Slug, OfficeHistory> offices = new HashMap<>();
    final Map<Slug, BodyHistory> bodies = new HashMap<>();
    final Map<Slug, NameHistory> places = new HashMap<>();

    static RealFolds of(List<RecordedFact> log, long known) {
        var folds = new RealFolds();
        for (Lineage lineage : lineages(log)) {
            if (lineage.plain().position() <= known) {
                lineage.knownAt(known).effective().ifPresent(folds::add);
            }
        }
        return folds;
    }

    private static Collection<Lineage> lineages(List<RecordedFact> log) {
        Map<UUID, Lineage> lineages = new LinkedHashMap<>();
        Map<UUID, UUID> plainIds = new HashMap<>();
        for (RecordedFact fact : log) {
            if (fact.fact() instanceof Fact.Amendment amendment) {
                UUID plainId = plainIds.get(amendment.fact());
                plainIds.put(fact.id(), plainId);
                lineages.compute(plainId, (_, lineage) -> lineage.with(fact));
            } else {
                plainIds.put(fact.id(), fact.id());
                lineages.put(fact.id(), Lineage.of(fact));
            }
        }
        return lineages.values();
    }

    void add(Effective<Fact.Plain> fact) {
        switch (fact.content()) {
            case Fact.PersonDied f -> deaths.add(with(fact, f));
            case Fact.BodyRelocated f -> body(f.person()).add(with(fact, f));
            case Fact.PlaceRenamed f -> place(f.place()).add(with(fact, f));
            case Fact.Plain f -> officeOf(f).map(this::office).ifPresent(o -> o.add(fact));
        }
    }

    void remove(Effective<Fact.Plain> fact) {
        switch (fact.content()) {
            case Fact.PersonDied f -> deaths.remove(with(fact, f));
            case Fact.BodyRelocated f -> body(f.person()).remove(with(fact, f));
            case Fact.PlaceRenamed f -> place(f.place()).remove(with(fact, f));
            case Fact.Plain f -> officeOf(f).map(this::office).ifPresent(o -> o.remove(fact));
        }
    }

    private static <F extends Fact.Plain> Effective<F> with(Effective<?> fact, F content) {
        return new Effective<>(fact.id(), fact.position(), content);
    }

    /** The office whose history a fact is part of. */
    static Optional<Slug> officeOf(Fact.Plain fact) {
        return switch (fact) {
            case Fact.OfficeDescribed f -> Optional.of(f.office());
            case Fact.OfficeEstablished f -> Optional.of(f.office());
            case Fact.OfficeAbolished f -> Optional.of(f.office());
            case Fact.OfficeAssumed f -> Optional.of(f.office());
            case Fact.OfficeVacated f -> Optional.of(f.office());
            case Fact.PersonDescribed _, Fact.PlaceDescribed _, Fact.PersonBorn _ ->
                    Optional.empty();
            case Fact.PersonDied _, Fact.BodyRelocated _, Fact.PlaceRenamed _ -> Optional.empty();
            case Fact.EventOccurred _ -> Optional.empty();
        };
    }

    OfficeHistory office(Slug office) {
        return offices.computeIfAbsent(office, o -> new OfficeHistory(o, deaths));
    }

    BodyHistory body(Slug person) {
        return bodies.computeIfAbsent(person, p -> new BodyHistory(p, deaths));
    }

    NameHistory place(Slug place) {
        return places.computeIfAbsent(place, NameHistory::new);
    }

    /** All spans, in {@link PlainSpan#ORDER}. */
    List<PlainSpan> spans() {
        return spans(folded());
    }

    static List<PlainSpan> spans(List<Span> spans) {
        return spans.stream().map(RealFolds::plain).sorted(PlainSpan.ORDER).toList();
    }

    private List<Span> folded() {
        List<Span> spans = new ArrayList<>();
        for (OfficeHistory office : offices.values()) {
            office.people().forEach(person -> spans.addAll(office.tenuresOf(person)));
        }
        bodies.values().forEach(body -> spans.addAll(body.restingPlaces()));
        places.values().forEach(place -> spans.addAll(place.names()));
        return spans;
    }

    Oracle.State stateOn(Bounds question) {
        List<Oracle.Entry> entries = new ArrayList<>();
        for (Span span : folded()) {
            PlainSpan words = plain(span);
            span.period()
                    .on(question)
                    .map(certainty -> certainty.name().toLowerCase(Locale.ROOT))
                    .map(c -> new Oracle.Entry(words.kind(), words.subject(), words.value(), c))
                    .ifPresent(entries::add);
        }
        List<String> emptyOffices =
                offices.values().stream()
                        .flatMap(office -> office.standings().stream())
                        .filter(standing -> standing.period().on(question).isPresent())
                        .map(standing -> standing.office().value())
                        .distinct()
                        .filter(office -> entries.stream().noneMatch(isHolderOf(office)))
                        .toList();
        return new Oracle.State(entries, emptyOffices);
    }

    private static Predicate<Oracle.Entry> isHolderOf(String office) {
        return entry -> entry.kind().equals("office") && entry.subject().equals(office);
    }

    private static PlainSpan plain(Span span) {
        return switch (span) {
            case Span.Tenure t -> plain("office", t.person().value(), t.acting(), t);
            case Span.RestingPlace p -> plain("body", p.place().value(), false, p);
            case Span.PlaceName n -> plain("place", n.name(), false, n);
            case Span.Standing s -> throw new IllegalArgumentException("nobody asked for " + s);
        };
    }

    private static PlainSpan plain(String kind, String value, boolean acting, Span span) {
        Period period = span.period();
        return new PlainSpan(
                kind,
                span.subject().slug().value(),
                value,
                acting,
                span.openedBy(),
                span.isBefore(),
                when(period.since()),
                period.until().map(RealFolds::when),
                period.certainFrom(),
                period.certainUntil(),
                positions(period, Role.BEGINS),
                positions(period, Role.ENDS),
                positions(period, Role.LIMITS));
    }

    private static PlainSpan.When when(Moment moment) {
        return new PlainSpan.When(moment.bounds(), moment.date());
    }

    private static List<Long> positions(Period period, Role role) {
        Stream<Evidence> evidence = period.evidence().stream().filter(e -> e.role() == role);
        return evidence.map(e -> e.fact().position()).toList();
    }
}
