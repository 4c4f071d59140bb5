package dev.annals.timelines;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.BodyHistory;
import dev.annals.domain.span.Deaths;
import dev.annals.domain.span.Evidence;
import dev.annals.domain.span.Moment;
import dev.annals.domain.span.NameHistory;
import dev.annals.domain.span.OfficeHistory;
import dev.annals.domain.span.Period;
import dev.annals.domain.span.Role;
import dev.annals.domain.span.Span;
import dev.annals.oracle.PlainSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The real folds fed with a log, their spans in the words of the oracle. */
final class FlagshipFolds {

    private final Map<UUID, Lineage> lineages = new LinkedHashMap<>();
    private final Map<UUID, UUID> plainIds = new HashMap<>();
    private final Deaths deaths = new Deaths();
    private final Map<Slug, OfficeHistory> offices = new HashMap<>();
    private final Map<Slug, BodyHistory> bodies = new HashMap<>();
    private final Map<Slug, NameHistory> places = new HashMap<>();

    /** All spans, in {@link PlainSpan#ORDER}. */
    static List<PlainSpan> spans(List<RecordedFact> log, long known) {
        var folds = new FlagshipFolds();
        folds.inEffect(log, known).forEach(folds::add);
        return folds.spans();
    }

    private List<Effective<Fact.Plain>> inEffect(List<RecordedFact> log, long known) {
        log.stream().filter(f -> f.position() <= known).forEach(this::note);
        return lineages.values().stream().flatMap(l -> l.effective().stream()).toList();
    }

    /** The facts of a type that count at the head, with the content that counts. */
    static <F extends Fact.Plain> List<Effective<F>> inEffect(
            List<RecordedFact> log, Class<F> type) {
        return new FlagshipFolds()
                .inEffect(log, log.size()).stream()
                        .filter(fact -> type.isInstance(fact.content()))
                        .map(fact -> with(fact, type.cast(fact.content())))
                        .toList();
    }

    private void note(RecordedFact fact) {
        if (fact.fact() instanceof Fact.Amendment amendment) {
            UUID plainId = plainIds.get(amendment.fact());
            plainIds.put(fact.id(), plainId);
            lineages.compute(plainId, (_, lineage) -> lineage.with(fact));
        } else {
            plainIds.put(fact.id(), fact.id());
            lineages.put(fact.id(), Lineage.of(fact));
        }
    }

    private void add(Effective<Fact.Plain> fact) {
        switch (fact.content()) {
            case Fact.PersonDied f -> deaths.add(with(fact, f));
            case Fact.BodyRelocated f ->
                    bodies.computeIfAbsent(f.person(), p -> new BodyHistory(p, deaths))
                            .add(with(fact, f));
            case Fact.PlaceRenamed f ->
                    places.computeIfAbsent(f.place(), NameHistory::new).add(with(fact, f));
            case Fact.EventOccurred _ -> {}
            case Fact.Plain f ->
                    Mentions.of(f).stream()
                            .filter(s -> s.equals(Subject.office(s.slug())))
                            .map(Subject::slug)
                            .map(o -> offices.computeIfAbsent(o, this::office))
                            .forEach(office -> office.add(fact));
        }
    }

    private OfficeHistory office(Slug office) {
        return new OfficeHistory(office, deaths);
    }

    private static <F extends Fact.Plain> Effective<F> with(Effective<?> fact, F content) {
        return new Effective<>(fact.id(), fact.position(), content);
    }

    private List<PlainSpan> spans() {
        List<Span> spans = new ArrayList<>();
        for (OfficeHistory office : offices.values()) {
            office.people().forEach(person -> spans.addAll(office.tenuresOf(person)));
        }
        bodies.values().forEach(body -> spans.addAll(body.restingPlaces()));
        places.values().forEach(place -> spans.addAll(place.names()));
        return spans.stream().map(FlagshipFolds::plain).sorted(PlainSpan.ORDER).toList();
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
                period.until().map(FlagshipFolds::when),
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
        return period.evidence().stream()
                .filter((Evidence e) -> e.role() == role)
                .map(e -> e.fact().position())
                .toList();
    }
}
