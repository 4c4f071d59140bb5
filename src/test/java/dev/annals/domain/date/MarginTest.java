package dev.annals.domain.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginTest {

    @ParameterizedTest
    @CsvSource({
        "NONE, 1958-03-27, 1958-03-27",
        "DAY, 1958-02-24, 1958-04-27",
        "PART_OF_YEAR, 1957-03-26, 1959-03-28",
        "YEAR, 1948-03-26, 1968-03-27",
        "UNLIMITED, .., .."
    })
    void it_reaches_as_far_either_way(Margin margin, String before, String after) {
        Day day = Days.of("1958-03-27");
        assertThat(margin.before(day)).isEqualTo(Days.of(before, Day.BEFORE_ALL));
        assertThat(margin.after(day)).isEqualTo(Days.of(after, Day.AFTER_ALL));
    }
}
