package dev.annals.domain.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayTest {

    private static final Day FIRST = Day.of(LocalDate.MIN);
    private static final Day LAST = Day.of(LocalDate.MAX);

    @Test
    void the_ends_lie_beyond_every_day() {
        assertThat(Day.BEFORE_ALL).isLessThan(FIRST);
        assertThat(Day.AFTER_ALL).isGreaterThan(LAST);
        assertThat(Day.BEFORE_ALL.isBounded()).isFalse();
        assertThat(Day.AFTER_ALL.isBounded()).isFalse();
        assertThat(FIRST.isBounded()).isTrue();
    }

    @Test
    void a_day_outside_the_calendar_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Day(LAST.epochDay() + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Day(FIRST.epochDay() - 1));
    }

    @Test
    void a_day_moves_by_days_and_past_the_calendar_to_an_end() {
        assertThat(Days.of("1964-02-28").plus(2)).isEqualTo(Days.of("1964-03-01"));
        assertThat(Days.of("1964-03-01").plus(-1)).isEqualTo(Days.of("1964-02-29"));
        assertThat(LAST.plus(0)).isEqualTo(LAST);
        assertThat(LAST.plus(1)).isEqualTo(Day.AFTER_ALL);
        assertThat(FIRST.plus(-1)).isEqualTo(Day.BEFORE_ALL);
    }

    @Test
    void an_end_stays_where_it_is() {
        assertThat(Day.BEFORE_ALL.plus(1)).isEqualTo(Day.BEFORE_ALL);
        assertThat(Day.AFTER_ALL.plus(-1)).isEqualTo(Day.AFTER_ALL);
        assertThatIllegalStateException().isThrownBy(Day.AFTER_ALL::toLocalDate);
    }

    @Test
    void it_reads_as_written_in_edtf_and_beyond_four_digits_with_its_sign() {
        assertThat(Days.of("1958-03-27")).hasToString("1958-03-27");
        assertThat(Days.of("-0044-03-15")).hasToString("-0044-03-15");
        assertThat(Days.of("17000-01-01")).hasToString("+17000-01-01");
        assertThat(Day.BEFORE_ALL).hasToString("..");
    }
}
