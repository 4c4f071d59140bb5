package dev.annals.replay;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.FactReader;
import dev.annals.log.LogEntry;
import dev.annals.log.LogFilter;
import dev.annals.log.LogReader;
import dev.annals.log.SharedPage;
import dev.annals.log.Tails;
import dev.annals.queries.KnownAt;
import dev.annals.queries.PlayedFact;
import dev.annals.replay.ReplayEvent.FactPlayed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays what is appended, as it is appended: each dated fact, and each fact that a correction or a
 * retraction gave another content, as known then. What is no longer in effect is not played.
 */
@ApplicationScoped
class Live {

    private static final int RECENT_FACTS = 64;

    private record Place(int timeline, long position) {}

    private final Map<Place, Uni<List<FactPlayed>>> recent = new LinkedHashMap<>();
    private final Tails tails;
    private final LogReader reader;
    private final Turns turns;

    Live(Tails tails, LogReader reader, Turns turns) {
        this.tails = tails;
        this.reader = reader;
        this.turns = turns;
    }

    /** Never ends; cancel it to leave. */
    Multi<List<ReplayEvent>> after(KnownAt known, Range range) {
        return tails.follow(known.timeline(), LogFilter.NONE, known.position())
                .onItem()
                .transformToIterable(SharedPage::entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> played(known, entry))
                .map(events -> events.stream().filter(e -> range.holds(e.day())).toList())
                .filter(events -> !events.isEmpty())
                .map(List::<ReplayEvent>copyOf);
    }

    /** Played once for all who follow. */
    private Uni<List<FactPlayed>> played(KnownAt before, LogEntry entry) {
        Place place = new Place(before.timeline(), entry.position());
        synchronized (recent) {
            if (recent.size() >= RECENT_FACTS && !recent.containsKey(place)) {
                recent.remove(recent.keySet().iterator().next());
            }
            return recent.computeIfAbsent(place, _ -> play(before, entry).memoize().indefinitely());
        }
    }

    private Uni<List<FactPlayed>> play(KnownAt before, LogEntry entry) {
        RecordedFact fact = FactReader.recorded(entry.json());
        KnownAt known = at(before, fact);
        return inEffect(known, fact, entry)
                .map(played -> played.stream().toList())
                .chain(played -> turns.of(known, played))
                .map(turned -> turned.stream().map(turn -> event(known, turn)).toList())
                .onFailure()
                .invoke(() -> forget(before.timeline(), entry.position()));
    }

    private void forget(int timeline, long position) {
        synchronized (recent) {
            recent.remove(new Place(timeline, position));
        }
    }

    private static KnownAt at(KnownAt before, RecordedFact fact) {
        return new KnownAt(
                before.timeline(),
                before.id(),
                fact.position(),
                Optional.of(fact.recordedAt()),
                fact.position());
    }

    private Uni<Optional<PlayedFact>> inEffect(KnownAt known, RecordedFact fact, LogEntry entry) {
        return switch (fact.fact()) {
            case Fact.Dated dated ->
                    Uni.createFrom().item(Optional.of(new PlayedFact(fact, dated, entry.json())));
            case Fact.Described _ -> Uni.createFrom().item(Optional.empty());
            case Fact.Amendment _ ->
                    reader.lineage(known.timeline(), fact.id(), known.position())
                            .map(lineage -> lineage.flatMap(Live::amended));
        };
    }

    private static Optional<PlayedFact> amended(Lineage lineage) {
        return lineage.effective()
                .map(Effective::content)
                .flatMap(
                        content ->
                                content instanceof Fact.Dated dated
                                        ? Optional.of(PlayedFact.saying(lineage.plain(), dated))
                                        : Optional.empty());
    }

    private static FactPlayed event(KnownAt known, Turns.Turn turn) {
        return new FactPlayed(
                new Cursor.Live(known.position()),
                turn.fact().bounds().earliest(),
                turn.fact().json(),
                turn.ended(),
                turn.began());
    }
}
