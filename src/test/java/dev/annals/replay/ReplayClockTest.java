package dev.annals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.annals.domain.date.Day;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayClockTest {

    private static final Day FIRST = day("1953-03-05");
    private static final Day LAST = FIRST.plus(999);
    private static final Range THOUSAND_DAYS = new Range(FIRST, LAST, true, true);
    private static final Range ALL_TIME =
            new Range(Day.of(LocalDate.MIN), Day.of(LocalDate.MAX), true, true);

    @Test
    void a_duration_is_what_the_whole_range_takes_its_last_day_included() {
        ReplayClock clock = within(THOUSAND_DAYS, Duration.ofSeconds(10));

        assertThat(clock.millisAt(FIRST)).isZero();
        assertThat(clock.millisAt(FIRST.plus(500))).isEqualTo(5_000);
        assertThat(clock.millisAt(LAST)).isEqualTo(9_990);
        assertThat(clock.millisAtEnd()).isEqualTo(10_000);
    }

    @Test
    void a_speed_is_so_many_days_in_a_second() {
        ReplayClock clock = at(THOUSAND_DAYS, 30);

        assertThat(clock.millisAt(FIRST.plus(30))).isEqualTo(1_000);
        assertThat(clock.millisAt(FIRST.plus(45))).isEqualTo(1_500);
        assertThat(clock.millisAtEnd()).isEqualTo(33_334);
    }

    @Test
    void at_full_speed_all_days_come_at_once_and_no_time_passes() {
        ReplayClock clock = new ReplayClock(ALL_TIME, new Pace.Max());

        assertThat(clock.isRunning()).isFalse();
        assertThat(clock.millisAt(Day.of(LocalDate.MAX))).isZero();
        assertThat(clock.millisAtEnd()).isZero();
    }

    @Test
    void time_passes_at_any_other_pace() {
        assertThat(within(THOUSAND_DAYS, Duration.ofNanos(1)).isRunning()).isTrue();
        assertThat(at(THOUSAND_DAYS, Double.MAX_VALUE).isRunning()).isTrue();
        assertThat(at(THOUSAND_DAYS, Double.MIN_NORMAL).isRunning()).isTrue();
    }

    @Test
    void days_before_the_range_and_no_day_at_all_come_at_once() {
        ReplayClock clock = at(THOUSAND_DAYS, 1);

        assertThat(clock.millisAt(FIRST.plus(-1))).isZero();
        assertThat(clock.millisAt(Day.of(LocalDate.MIN))).isZero();
        assertThat(clock.millisAt(Day.BEFORE_ALL)).isZero();
    }

    @Test
    void the_clock_begins_on_the_first_day_and_stays_on_the_last() {
        ReplayClock clock = within(THOUSAND_DAYS, Duration.ofSeconds(10));

        assertThat(clock.dayAt(0)).isEqualTo(FIRST);
        assertThat(clock.dayAt(9_999)).isEqualTo(LAST);
        assertThat(clock.dayAt(10_000)).isEqualTo(LAST);
        assertThat(clock.dayAt(Long.MAX_VALUE)).isEqualTo(LAST);
    }

    @Test
    void a_day_has_come_when_its_time_has_and_not_a_millisecond_earlier() {
        for (Duration duration : List.of(Duration.ofMillis(777), Duration.ofSeconds(61))) {
            ReplayClock clock = within(THOUSAND_DAYS, duration);
            for (long i = 1; i < 1_000; i++) {
                Day day = FIRST.plus(i);
                long millis = clock.millisAt(day);
                // One millisecond may hold several days: none of them comes before its own.
                assertThat(clock.dayAt(millis - 1)).as("before %s", day).isLessThan(day);
                assertThat(clock.dayAt(millis + 1)).as("at %s", day).isGreaterThanOrEqualTo(day);
            }
        }
    }

    @Test
    void later_days_never_come_earlier() {
        ReplayClock clock = at(THOUSAND_DAYS, 1_234.567);

        for (long i = 1; i < 1_000; i++) {
            assertThat(clock.millisAt(FIRST.plus(i)))
                    .isGreaterThanOrEqualTo(clock.millisAt(FIRST.plus(i - 1)));
        }
    }

    @Test
    void a_range_of_two_billion_years_is_played_to_its_end() {
        ReplayClock clock = within(ALL_TIME, Duration.ofMinutes(1));

        assertThat(clock.millisAtEnd()).isBetween(60_000L, 60_001L);
        assertThat(clock.dayAt(0)).isEqualTo(Day.of(LocalDate.MIN));
        assertThat(clock.dayAt(60_001)).isEqualTo(Day.of(LocalDate.MAX));
        Day middle = Day.of(Year.of(0).atDay(1));
        assertThat(clock.millisAt(middle)).isBetween(29_999L, 30_001L);
    }

    @Test
    void a_range_of_one_day_takes_its_time_as_well() {
        ReplayClock clock = within(new Range(FIRST, FIRST, false, false), Duration.ofSeconds(2));

        assertThat(clock.millisAt(FIRST)).isZero();
        assertThat(clock.millisAtEnd()).isEqualTo(2_000);
        assertThat(clock.dayAt(1_999)).isEqualTo(FIRST);
    }

    @Test
    void a_speed_so_small_that_no_day_ever_passes_is_no_fault() {
        for (double speed : new double[] {1e-9, 1e-300, Double.MIN_NORMAL, Double.MIN_VALUE}) {
            ReplayClock clock = at(THOUSAND_DAYS, speed);

            assertThat(clock.millisAt(FIRST)).as("first day at %s", speed).isZero();
            assertThat(clock.millisAtEnd()).as("end at %s", speed).isGreaterThan(1_000_000L);
            assertThat(clock.dayAt(1_000)).as("day at %s", speed).isEqualTo(FIRST);
        }
    }

    @Test
    void a_speed_so_great_that_all_days_pass_at_once_is_no_fault() {
        for (double speed : new double[] {1e12, 1e300, Double.MAX_VALUE}) {
            ReplayClock clock = at(ALL_TIME, speed);

            assertThat(clock.dayAt(0)).isEqualTo(Day.of(LocalDate.MIN));
            assertThat(clock.dayAt(1_000)).isEqualTo(Day.of(LocalDate.MAX));
            assertThat(clock.millisAtEnd()).isBetween(1L, 1_000L);
        }
    }

    @Test
    void a_duration_longer_than_three_hundred_years_is_no_fault() {
        Duration millennium = Duration.ofDays(365_250);

        assertThatCode(() -> within(THOUSAND_DAYS, millennium)).doesNotThrowAnyException();
        assertThatCode(() -> within(THOUSAND_DAYS, Duration.ofSeconds(Long.MAX_VALUE)))
                .doesNotThrowAnyException();
    }

    private static ReplayClock within(Range range, Duration duration) {
        return new ReplayClock(range, new Pace.Within(duration));
    }

    private static ReplayClock at(Range range, double daysPerSecond) {
        return new ReplayClock(range, new Pace.Speed(daysPerSecond));
    }

    private static Day day(String text) {
        return Day.of(LocalDate.parse(text));
    }
}
