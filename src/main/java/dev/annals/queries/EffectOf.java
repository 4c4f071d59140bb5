package dev.annals.queries;

import dev.annals.domain.entity.Entity;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Span;
import dev.annals.log.DryRun.Folded;
import dev.annals.views.EntityJson;
import dev.annals.views.Replacement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what an append that was only folded would change, in the words of the other answers. */
@ApplicationScoped
public class EffectOf {

    /** So many spans are told, and as many entities; the rest is counted. */
    private static final int MOST = 1_000;

    /** As the changes for a date: by kind and whose spans they are, then by begin. */
    private static final Comparator<Replacement<Span>> ORDER =
            Comparator.comparing(
                    EffectOf::either,
                    Comparator.comparing((Span s) -> s.subject().kind())
                            .thenComparing(Span::subject)
                            .thenComparing(s -> s.period().since().bounds())
                            .thenComparing(Span::openedBy)
                            .thenComparing(Span::isBefore, Comparator.reverseOrder()));

    private final Labels labels;

    EffectOf(Labels labels) {
        this.labels = labels;
    }

    /**
     * @param timeline the timeline's id
     */
    public Uni<Effect> append(String timeline, Folded folded) {
        KnownAt known =
                new KnownAt(
                        folded.timeline(),
                        timeline,
                        folded.position(),
                        folded.recordedAt(),
                        folded.position());
        List<Replacement<Span>> spans =
                folded.spans().stream()
                        .filter(r -> !(either(r) instanceof Span.Standing))
                        .sorted(ORDER)
                        .toList();
        return labels.of(known, named(spans.stream().limit(MOST).toList()))
                .map(before -> effect(known, folded, spans, before));
    }

    private static Span either(Replacement<Span> replacement) {
        return replacement.before().or(replacement::after).orElseThrow();
    }

    private static Set<Subject> named(List<Replacement<Span>> spans) {
        return spans.stream()
                .flatMap(r -> Stream.concat(r.before().stream(), r.after().stream()))
                .flatMap(EffectOf::named)
                .collect(Collectors.toSet());
    }

    private static Stream<Subject> named(Span span) {
        return switch (span) {
            case Span.Tenure t -> Stream.of(Subject.office(t.office()), Subject.person(t.person()));
            case Span.RestingPlace r ->
                    Stream.of(Subject.person(r.person()), Subject.place(r.place()));
            case Span.PlaceName n -> Stream.of(Subject.place(n.place()));
            case Span.Standing s -> Stream.of(Subject.office(s.office()));
        };
    }

    private static Effect effect(
            KnownAt known, Folded folded, List<Replacement<Span>> spans, Labels.Known before) {
        Labels.Known after = relabelled(before, folded.entities());
        List<SpanRow> removed = new ArrayList<>();
        List<SpanRow> added = new ArrayList<>();
        List<Revision.Pair> changed = new ArrayList<>();
        for (Replacement<Span> span : spans.stream().limit(MOST).toList()) {
            Optional<SpanRow> was = span.before().map(s -> SpanRow.of(s, before));
            Optional<SpanRow> is = span.after().map(s -> SpanRow.of(s, after));
            if (is.isEmpty()) {
                removed.add(was.orElseThrow());
            } else if (was.isEmpty()) {
                added.add(is.get());
            } else if (!was.get().isAnsweredAs(is.get())) {
                changed.add(new Revision.Pair(was.get(), is.get()));
            }
        }
        List<Replacement<String>> entities = entities(folded.entities());
        int others = Math.max(0, spans.size() - MOST) + Math.max(0, entities.size() - MOST);
        return new Effect(
                known,
                folded.added(),
                removed,
                added,
                changed,
                entities.stream().limit(MOST).toList(),
                others);
    }

    private static Labels.Known relabelled(
            Labels.Known labels, List<Replacement<Entity>> entities) {
        Map<Subject, String> relabelled = new HashMap<>(labels.labels());
        for (Replacement<Entity> entity : entities) {
            entity.before().ifPresent(was -> relabelled.remove(was.subject()));
            entity.after().ifPresent(is -> relabelled.put(is.subject(), is.label()));
        }
        return new Labels.Known(relabelled);
    }

    private static List<Replacement<String>> entities(List<Replacement<Entity>> entities) {
        return entities.stream()
                .sorted(Comparator.comparing(r -> r.before().or(r::after).orElseThrow().subject()))
                .map(
                        r ->
                                new Replacement<>(
                                        r.before().map(EntityJson::of),
                                        r.after().map(EntityJson::of)))
                .filter(r -> !r.before().equals(r.after()))
                .toList();
    }
}
