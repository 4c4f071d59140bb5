package dev.annals.domain.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdtfTextOfTest {

    @ParameterizedTest
    @CsvSource({
        "1964-10-14, 1964-10-14, 1964-10-14",
        "1964-10-14, 1964-10-15, [1964-10-14..1964-10-15]",
        "-0044-03-15, 0001-01-01, [-0044-03-15..0001-01-01]",
        "-9999-01-01, 9999-12-31, [-9999-01-01..9999-12-31]",
        ".., 1953-03-05, [..1953-03-05]",
        "1953-03-05, .., [1953-03-05..]"
    })
    void bounds_are_written_as_a_day_or_a_set(String earliest, String latest, String text) {
        assertThat(EdtfDate.textOf(Days.bounds(earliest, latest))).contains(text);
    }

    @ParameterizedTest
    @CsvSource({"9999-12-31, 10000-01-01", "-10000-12-31, -9999-01-01", "-10000-12-31, .."})
    void days_of_a_year_beyond_four_digits_have_no_expression(String earliest, String latest) {
        assertThat(EdtfDate.textOf(Days.bounds(earliest, latest))).isEmpty();
    }

    @Test
    void no_bounds_at_all_have_no_expression() {
        assertThat(EdtfDate.textOf(Bounds.NONE)).isEmpty();
    }
}
