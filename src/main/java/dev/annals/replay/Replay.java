package dev.annals.replay;

import dev.annals.domain.date.Day;
import dev.annals.queries.Chronicle;
import dev.annals.queries.KnownAt;
import dev.annals.replay.ReplayEvent.Ended;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Plays a timeline's history. */
@ApplicationScoped
public class Replay {

    private final Chronicle chronicle;
    private final Turns turns;
    private final Live live;

    Replay(Chronicle chronicle, Turns turns, Live live) {
        this.chronicle = chronicle;
        this.turns = turns;
        this.live = live;
    }

    /**
     * Plays from a cursor on: each fact in effect once, in the order of history.
     *
     * @param known the timeline as known at the cursor's position
     * @return empty if the cursor names a fact that has no place in this history
     */
    public Uni<Optional<Multi<List<ReplayEvent>>>> play(
            KnownAt known, ReplayPlan plan, Cursor from) {
        return switch (from) {
            case Cursor.At at ->
                    place(known, plan, at)
                            .map(found -> found.map(place -> played(known, plan, at, place)));
            case Cursor.Over _, Cursor.Live _ ->
                    Uni.createFrom().item(Optional.of(afterwards(known, plan)));
        };
    }

    private Uni<Optional<Chronicle.Place>> place(KnownAt known, ReplayPlan plan, Cursor.At at) {
        Day earliest = plan.range().isFromTheStart() ? Day.BEFORE_ALL : plan.range().from();
        Chronicle.Place first = Chronicle.Place.before(earliest);
        return at.position() == 0
                ? Uni.createFrom().item(Optional.of(first))
                : chronicle.place(known, at.position()).map(found -> found.map(first::orLater));
    }

    private Multi<List<ReplayEvent>> played(
            KnownAt known, ReplayPlan plan, Cursor.At at, Chronicle.Place place) {
        Multi<List<ReplayEvent>> history =
                Multi.createBy()
                        .repeating()
                        .uni(
                                () -> new Playing(known, plan, chronicle, turns, at, place),
                                Playing::next)
                        .whilst(events -> !isTheEnd(events));
        return plan.follows()
                ? Multi.createBy()
                        .concatenating()
                        .streams(
                                history.filter(events -> !isTheEnd(events)),
                                afterwards(known, plan))
                : history;
    }

    private static boolean isTheEnd(List<ReplayEvent> events) {
        return events.getLast() instanceof Ended;
    }

    private Multi<List<ReplayEvent>> afterwards(KnownAt known, ReplayPlan plan) {
        return plan.follows() ? live.after(known, plan.range()) : Multi.createFrom().empty();
    }
}
