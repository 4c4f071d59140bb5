package dev.annals.domain.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfMarginTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1961",
                "1961-10",
                "1958-03-27",
                "195X",
                "1961-24",
                "1953/1964",
                "1953/",
                "[1958]",
                "{1958,1960}",
                "Y17E7",
                "1950S2",
                "1985-04-12T23:20:30Z"
            })
    void an_unmarked_date_has_none(String text) {
        assertThat(marginOf(text)).isEqualTo(Margin.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1958-03-27?", "1958-03-27~", "1958-03-27%", "1958?-03-27", "1958-03~-27",
                "?1958-03-27", "1958-%03-27", "1958-03-~27", "?1958-~03-%27", "1984-X2-31?"
            })
    void a_marked_day_has_a_day_s(String text) {
        assertThat(marginOf(text)).isEqualTo(Margin.DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1961-10?", "?1961-10", "1961-~10", "1961-10-XX?", "1961-21?", "1961-24~",
                "1963-30%", "1961-34?", "1961-39?", "1961-40?", "1961-XX-15?", "1961-1X~",
                "1961-0X-1X?"
            })
    void a_marked_part_of_a_year_has_a_part_s(String text) {
        assertThat(marginOf(text)).isEqualTo(Margin.PART_OF_YEAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1984?",
                "~1984",
                "-0044~",
                "1985-XX?",
                "1985-XX-XX%",
                "1985?-XX-XX",
                "Y17E7?",
                "Y-999999999~",
                "Y999999999%",
                "~Y17000",
                "1950S4?"
            })
    void a_marked_year_has_a_year_s(String text) {
        assertThat(marginOf(text)).isEqualTo(Margin.YEAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    195X?
                    19XX~
                    XXXX%
                    156X-12-25?
                    196X-21?
                    156X-12?
                    1950S2?
                    Y999999999S1?
                    1984?/2004
                    1984/2004-06-~11
                    1984?/..
                    /1984?
                    1984?/1984?
                    [1984?]
                    [1984?,1985]
                    {1958-03-27,1958-03-~28}
                    [1984?..1986]
                    [..1984?]
                    [1984?..]
                    """)
    void anything_else_marked_is_without_limit(String text) {
        assertThat(marginOf(text)).isEqualTo(Margin.UNLIMITED);
    }

    private static Margin marginOf(String text) {
        return EdtfDate.parse(text).margin();
    }
}
