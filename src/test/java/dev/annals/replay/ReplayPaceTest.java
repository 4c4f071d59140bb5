package dev.annals.replay;

import static dev.annals.testing.Facts.fact;
import static dev.annals.testing.Facts.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Client;
import dev.annals.testing.EventReader;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * When a replay tells what it does. That nothing comes early is exact, since the client's watch
 * starts first; that nothing comes late is as exact as a busy machine allows.
 */
@QuarkusTest
@RunningService
@Timeout(30)
class ReplayPaceTest {

    private static final LocalDate FIRST = LocalDate.parse("1953-01-01");
    private static final int DAYS = 2_400;
    private static final long LATE_MILLIS = 1_500;
    private static final long TICK_MILLIS = 250;

    private static String timeline;
    private static Playback twoSeconds;

    /** Facts at the begin, the quarter, the half and the end of a range of 2400 days. */
    @BeforeAll
    static void play() {
        timeline = Client.timeline();
        Client.append(timeline, list(event(0), event(DAYS / 4), event(DAYS / 2), event(DAYS - 1)))
                .expect(201);
        Playback.of(timeline, "speed=max"); // the first reader waits for classes to load
        twoSeconds = Playback.of(timeline, "duration=PT2S");
    }

    @Test
    void the_whole_range_takes_the_duration_asked_for() {
        assertThat(twoSeconds.millis()).isBetween(2_000L, 2_000 + LATE_MILLIS);
        assertPlayedInTime(twoSeconds, DAYS / 2_000.0);
    }

    @Test
    void a_speed_is_so_many_days_in_a_second() {
        Playback playback = Playback.of(timeline, "speed=2000");

        assertThat(playback.millis()).isBetween(1_200L, 1_200 + LATE_MILLIS);
        assertPlayedInTime(playback, 2.0);
    }

    @Test
    void a_fraction_of_a_day_in_a_second_is_a_speed() {
        Playback playback = Playback.of(timeline, "speed=0.8&from=1953-01-01&to=1953-01-01");

        assertThat(playback.positions()).containsExactly(1L);
        assertThat(playback.millis()).isBetween(1_250L, 1_250 + LATE_MILLIS);
    }

    @Test
    void the_clock_comes_four_times_a_second_and_never_goes_back() {
        List<Playback.Seen> clocks = twoSeconds.clocks();

        assertThat(clocks.size()).isBetween(4, 8);
        assertThat(clocks).extracting(Playback.Seen::date).isSorted();
        for (int i = 0; i < clocks.size(); i++) {
            assertThat(clocks.get(i).atMillis()).isGreaterThanOrEqualTo((i + 1) * TICK_MILLIS);
        }
    }

    @Test
    void the_clock_tells_the_day_that_it_is() {
        for (Playback.Seen clock : twoSeconds.clocks()) {
            double elapsedDays = clock.atMillis() * DAYS / 2_000.0;

            assertThat(daysSinceFirst(clock)).isBetween(0L, (long) elapsedDays);
            assertThat(clock.data().size()).isEqualTo(1);
        }
    }

    @Test
    void the_clock_and_the_facts_come_in_order() {
        assertThat(twoSeconds.events()).extracting(Playback.Seen::date).isSorted();
    }

    @Test
    void the_clock_can_be_left_out() {
        Playback playback = Playback.of(timeline, "duration=PT0.8S&clock=false");

        assertThat(playback.clocks()).isEmpty();
        assertThat(playback.positions()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(playback.millis()).isGreaterThanOrEqualTo(800);
    }

    @Test
    void at_full_speed_there_is_no_clock() {
        assertThat(Playback.of(timeline, "speed=max").clocks()).isEmpty();
        assertThat(Playback.of(timeline, "speed=max&clock=true").clocks()).isEmpty();
    }

    @Test
    void a_minute_is_what_a_replay_takes_when_nothing_is_said() {
        long start = System.nanoTime();
        try (EventReader reader = Playback.open(timeline, "from=1953-01-01")) {
            Playback.Seen fact = Playback.seen(reader.next(), start);
            Playback.Seen clock = Playback.seen(reader.next(), start);

            assertThat(fact.position()).isEqualTo(1);
            assertThat(clock.type()).isEqualTo("clock");
            // 40 days a second
            long most = clock.atMillis() * DAYS / 60_000;
            assertThat(daysSinceFirst(clock)).isBetween(10L, Math.max(10, most));
        }
    }

    @Test
    void the_end_comes_when_the_range_is_over_though_the_last_fact_came_long_before() {
        Playback playback = Playback.of(timeline, "duration=PT1S&from=1953&to=2000");

        assertThat(playback.facts().getLast().atMillis()).isLessThan(900);
        assertThat(playback.millis()).isGreaterThanOrEqualTo(1_000);
        assertThat(playback.events().getLast().date()).isEqualTo("2000-12-31");
    }

    @Test
    void what_is_left_of_a_resumed_replay_takes_what_is_left_of_the_time() {
        Playback.Seen half = Playback.of(timeline, "speed=max").facts().get(2);
        Playback rest = Playback.resumed(timeline, half, "duration=PT2S");

        assertThat(rest.positions()).containsExactly(4L);
        assertThat(rest.facts().getFirst().atMillis()).isBetween(999L, 1_000 + LATE_MILLIS);
        assertThat(rest.millis()).isBetween(1_000L, 1_000 + LATE_MILLIS);
        assertThat(rest.clocks()).allSatisfy(c -> assertThat(c.date()).isGreaterThan(half.date()));
    }

    @Test
    void a_duration_of_a_thousand_years_is_a_pace() {
        try (EventReader reader = Playback.open(timeline, "duration=P365250D")) {
            assertThat(reader.next().type()).isEqualTo("fact");
            assertThat(reader.next().type()).isEqualTo("clock");
        }
    }

    private static void assertPlayedInTime(Playback playback, double daysPerMilli) {
        assertThat(playback.positions()).containsExactly(1L, 2L, 3L, 4L);
        for (Playback.Seen fact : playback.facts()) {
            long dueMillis = (long) (daysSinceFirst(fact) / daysPerMilli);
            assertThat(fact.atMillis())
                    .as("when %s came", fact.date())
                    .isBetween(dueMillis, dueMillis + LATE_MILLIS);
        }
    }

    private static long daysSinceFirst(Playback.Seen event) {
        return LocalDate.parse(event.date()).toEpochDay() - FIRST.toEpochDay();
    }

    private static ObjectNode event(int day) {
        return fact(
                "EventOccurred", "title", "It happened", "date", FIRST.plusDays(day).toString());
    }
}
