package dev.annals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.annals.domain.date.Day;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RangeTest {

    private static final Day FROM = Day.of(LocalDate.parse("1953-03-05"));
    private static final Day TO = Day.of(LocalDate.parse("1964-10-15"));

    @Test
    void both_ends_belong_to_a_range() {
        Range range = new Range(FROM, TO, false, false);

        assertThat(range.holds(FROM)).isTrue();
        assertThat(range.holds(TO)).isTrue();
        assertThat(range.holds(FROM.plus(-1))).isFalse();
        assertThat(range.holds(TO.plus(1))).isFalse();
    }

    @Test
    void what_has_no_earliest_day_belongs_to_a_range_from_the_start_only() {
        assertThat(new Range(FROM, TO, true, false).holds(Day.BEFORE_ALL)).isTrue();
        assertThat(new Range(FROM, TO, false, true).holds(Day.BEFORE_ALL)).isFalse();
    }

    @Test
    void a_side_that_nobody_asked_for_is_open_for_what_comes_later() {
        assertThat(new Range(FROM, TO, true, false).holds(FROM.plus(-1))).isTrue();
        assertThat(new Range(FROM, TO, true, false).holds(TO.plus(1))).isFalse();
        assertThat(new Range(FROM, TO, false, true).holds(TO.plus(1))).isTrue();
        assertThat(new Range(FROM, TO, false, true).holds(FROM.plus(-1))).isFalse();
    }

    @Test
    void both_ends_are_counted() {
        assertThat(new Range(FROM, FROM, false, false).days()).isEqualTo(1);
        assertThat(new Range(FROM, FROM.plus(1), false, false).days()).isEqualTo(2);
        assertThat(new Range(Day.of(LocalDate.MIN), Day.of(LocalDate.MAX), false, false).days())
                .isEqualTo(LocalDate.MAX.toEpochDay() - LocalDate.MIN.toEpochDay() + 1);
    }

    @Test
    void a_range_that_runs_backwards_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range(TO, FROM, false, false))
                .withMessageContaining("1964-10-15 to 1953-03-05");
    }

    @Test
    void a_range_without_an_end_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range(Day.BEFORE_ALL, TO, true, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range(FROM, Day.AFTER_ALL, true, false));
    }
}
