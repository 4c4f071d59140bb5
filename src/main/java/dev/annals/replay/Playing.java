package dev.annals.replay;

import dev.annals.domain.date.Day;
import dev.annals.queries.Chronicle;
import dev.annals.queries.KnownAt;
import dev.annals.replay.ReplayEvent.ClockTicked;
import dev.annals.replay.ReplayEvent.Ended;
import dev.annals.replay.ReplayEvent.FactPlayed;
import dev.annals.replay.Turns.Turn;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * One reader's replay under way. It is asked for what comes next, waits until something is due, and
 * tells all that is due then; a reader who is slow gets facts late, but all of them and in order,
 * and the clock as it stands.
 */
final class Playing {

    private static final long TICK_MILLIS = 250;
    private static final long LONGEST_WAIT_MILLIS = 60_000;
    private static final int MOST_AT_ONCE = 64;

    private final KnownAt known;
    private final Range range;
    private final ReplayClock clock;
    private final boolean ticks;
    private final Chronicle chronicle;
    private final Turns turns;
    private final Queue<Turn> ahead = new ArrayDeque<>();
    private final long headStartMillis;
    private long startNanos = -1;
    private long lastTick;
    private Chronicle.Place place;
    private long lastPlayed;
    private boolean isAllRead;

    Playing(
            KnownAt known,
            ReplayPlan plan,
            Chronicle chronicle,
            Turns turns,
            Cursor.At from,
            Chronicle.Place place) {
        this.known = known;
        this.range = plan.range();
        this.clock = new ReplayClock(plan.range(), plan.pace());
        this.ticks = plan.ticks() && clock.isRunning();
        this.chronicle = chronicle;
        this.turns = turns;
        this.place = place;
        this.lastPlayed = from.position();
        this.headStartMillis = from.day().isBounded() ? clock.millisAt(from.day()) : 0;
        this.lastTick = headStartMillis / TICK_MILLIS;
    }

    /** What comes next, when it comes: at least one event, the last of all an {@link Ended}. */
    Uni<List<ReplayEvent>> next() {
        return ahead.isEmpty() && !isAllRead ? readOn().chain(this::due) : due();
    }

    private Uni<Void> readOn() {
        return chronicle
                .page(known, place, range.to())
                .chain(
                        page -> {
                            isAllRead = page.isLast();
                            if (page.facts().isEmpty()) {
                                return Uni.createFrom().voidItem();
                            }
                            place = Chronicle.Place.of(page.facts().getLast());
                            return turns.of(known, page.facts())
                                    .invoke(ahead::addAll)
                                    .replaceWithVoid();
                        });
    }

    private Uni<List<ReplayEvent>> due() {
        long now = now();
        List<ReplayEvent> events = new ArrayList<>();
        while (!ahead.isEmpty() && dueAt(ahead.peek()) <= now && events.size() < MOST_AT_ONCE) {
            events.add(play(ahead.remove()));
        }
        if (events.isEmpty() && ahead.isEmpty() && isAllRead && clock.millisAtEnd() <= now) {
            events.add(new Ended(new Cursor.Over(known.position()), range.to()));
        }
        if (events.isEmpty() && ticks && now / TICK_MILLIS > lastTick) {
            lastTick = now / TICK_MILLIS;
            events.add(tick(clock.dayAt(now)));
        }
        return events.isEmpty() ? later(now) : Uni.createFrom().item(events);
    }

    private long now() {
        if (startNanos < 0) {
            startNanos = System.nanoTime();
        }
        return headStartMillis + (System.nanoTime() - startNanos) / 1_000_000;
    }

    private long dueAt(Turn turn) {
        return clock.millisAt(turn.fact().bounds().earliest());
    }

    private ReplayEvent play(Turn turn) {
        lastPlayed = turn.fact().position();
        Day day = turn.fact().bounds().earliest();
        Cursor cursor = new Cursor.At(known.position(), day, lastPlayed);
        return new FactPlayed(cursor, day, turn.fact().json(), turn.ended(), turn.began());
    }

    private ReplayEvent tick(Day day) {
        return new ClockTicked(new Cursor.At(known.position(), day, lastPlayed), day);
    }

    private Uni<List<ReplayEvent>> later(long now) {
        if (ahead.isEmpty() && !isAllRead) {
            return next();
        }
        long due = ahead.isEmpty() ? clock.millisAtEnd() : dueAt(ahead.peek());
        long wake = ticks ? Math.min(due, (lastTick + 1) * TICK_MILLIS) : due;
        return Uni.createFrom()
                .nullItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(Math.clamp(wake - now, 1, LONGEST_WAIT_MILLIS)))
                .chain(this::next);
    }
}
