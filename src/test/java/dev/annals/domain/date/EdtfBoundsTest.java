package dev.annals.domain.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdtfBoundsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1958-03-27               | 1958-03-27  | 1958-03-27
                    1961-10                  | 1961-10-01  | 1961-10-31
                    1961                     | 1961-01-01  | 1961-12-31
                    195X                     | 1950-01-01  | 1959-12-31
                    19XX                     | 1900-01-01  | 1999-12-31
                    -0044                    | -0044-01-01 | -0044-12-31
                    1961-XX-15               | 1961-01-15  | 1961-12-15
                    156X-12-25               | 1560-12-25  | 1569-12-25
                    1961-21                  | 1961-03-01  | 1961-05-31
                    1961-22                  | 1961-06-01  | 1961-08-31
                    1961-23                  | 1961-09-01  | 1961-11-30
                    1961-24                  | 1961-12-01  | 1962-02-28
                    [1964-10-14..1964-10-15] | 1964-10-14  | 1964-10-15
                    [1958,1960]              | 1958-01-01  | 1960-12-31
                    [..1953]                 | ..          | 1953-12-31
                    1953/                    | 1953-01-01  | ..
                    1961?                    | 1961-01-01  | 1961-12-31
                    1961~                    | 1961-01-01  | 1961-12-31
                    1961%                    | 1961-01-01  | 1961-12-31
                    """)
    void the_table_of_the_specification_holds(String text, String earliest, String latest) {
        check(text, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1963-24 | 1963-12-01  | 1964-02-29
                    1961-25 | 1961-03-01  | 1961-05-31
                    1961-26 | 1961-06-01  | 1961-08-31
                    1961-27 | 1961-09-01  | 1961-11-30
                    1961-28 | 1961-12-01  | 1962-02-28
                    1961-29 | 1961-09-01  | 1961-11-30
                    1961-30 | 1961-12-01  | 1962-02-28
                    1961-31 | 1961-03-01  | 1961-05-31
                    1961-32 | 1961-06-01  | 1961-08-31
                    1961-33 | 1961-01-01  | 1961-03-31
                    1961-34 | 1961-04-01  | 1961-06-30
                    1961-35 | 1961-07-01  | 1961-09-30
                    1961-36 | 1961-10-01  | 1961-12-31
                    1961-37 | 1961-01-01  | 1961-04-30
                    1961-38 | 1961-05-01  | 1961-08-31
                    1961-39 | 1961-09-01  | 1961-12-31
                    1961-40 | 1961-01-01  | 1961-06-30
                    1961-41 | 1961-07-01  | 1961-12-31
                    196X-21 | 1960-03-01  | 1969-05-31
                    -0044-21| -0044-03-01 | -0044-05-31
                    9999-24 | 9999-12-01  | 10000-02-29
                    """)
    void a_part_of_a_year_has_its_months(String text, String earliest, String latest) {
        check(text, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    XXXX       | 0000-01-01  | 9999-12-31
                    -XXXX      | -9999-01-01 | -0001-12-31
                    -01XX      | -0199-01-01 | -0100-12-31
                    -000X      | -0009-01-01 | -0001-12-31
                    X9X1       | 0901-01-01  | 9991-12-31
                    XXXX-12-XX | 0000-12-01  | 9999-12-31
                    XXXX-02-29 | 0000-02-29  | 9996-02-29
                    XX00-02-29 | 0000-02-29  | 9600-02-29
                    190X-02-29 | 1904-02-29  | 1908-02-29
                    -000X-02-29| -0008-02-29 | -0004-02-29
                    1984-1X    | 1984-10-01  | 1984-12-31
                    1984-0X    | 1984-01-01  | 1984-09-30
                    1984-X1    | 1984-01-01  | 1984-11-30
                    1984-0X-31 | 1984-01-31  | 1984-08-31
                    1984-XX-30 | 1984-01-30  | 1984-12-30
                    1984-X2-31 | 1984-12-31  | 1984-12-31
                    1984-04-3X | 1984-04-30  | 1984-04-30
                    1984-02-X9 | 1984-02-09  | 1984-02-29
                    1985-02-X9 | 1985-02-09  | 1985-02-19
                    1XXX-12    | 1000-12-01  | 1999-12-31
                    """)
    void unspecified_digits_run_from_the_first_day_that_fits_to_the_last(
            String text, String earliest, String latest) {
        check(text, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Y170000002   | 170000002-01-01  | 170000002-12-31
                    Y-10000      | -10000-01-01     | -10000-12-31
                    Y1E4         | 10000-01-01      | 10000-12-31
                    Y17E7        | 170000000-01-01  | 170000000-12-31
                    Y-17E7       | -170000000-01-01 | -170000000-12-31
                    Y999999999   | 999999999-01-01  | 999999999-12-31
                    Y-999999999  | -999999999-01-01 | -999999999-12-31
                    Y999999999S1 | 900000000-01-01  | 999999999-12-31
                    Y171010000S3 | 171000000-01-01  | 171999999-12-31
                    Y-3388E2S3   | -338999-01-01    | -338000-12-31
                    Y12345E000   | 12345-01-01      | 12345-12-31
                    1950S1       | 1000-01-01       | 1999-12-31
                    1950S2       | 1900-01-01       | 1999-12-31
                    1950S4       | 1950-01-01       | 1950-12-31
                    -1950S2      | -1999-01-01      | -1900-12-31
                    0044S1       | 0040-01-01       | 0049-12-31
                    0000S1       | 0000-01-01       | 0000-12-31
                    """)
    void long_years_and_significant_digits_reach_as_far_as_they_say(
            String text, String earliest, String latest) {
        check(text, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1953/1964                 | 1953-01-01  | 1964-12-31
                    1964/1964                 | 1964-01-01  | 1964-12-31
                    1984/1984-02              | 1984-01-01  | 1984-02-29
                    2004-06-XX/2004-06-03     | 2004-06-01  | 2004-06-03
                    2004-06-03/2004-06        | 2004-06-03  | 2004-06-30
                    /1964                     | ..          | 1964-12-31
                    ../1964-10                | ..          | 1964-10-31
                    1953-03-05/..             | 1953-03-05  | ..
                    2001-24/Y17E7             | 2001-12-01  | 170000000-12-31
                    1950S2/195X               | 1900-01-01  | 1959-12-31
                    1953-03-05T21:50:00/1953-03-06T04:00:00+03 | 1953-03-05 | 1953-03-06
                    """)
    void an_interval_is_some_moment_from_its_start_to_its_end(
            String text, String earliest, String latest) {
        check(text, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [1984]                     | 1984-01-01  | 1984-12-31
                    {1667,1668,1670..1672}     | 1667-01-01  | 1672-12-31
                    [1960,1958-03-27]          | 1958-03-27  | 1960-12-31
                    [1958,   1960]             | 1958-01-01  | 1960-12-31
                    {1760-12..}                | 1760-12-01  | ..
                    [..1667,1760-12..]         | ..          | ..
                    [1960,1961..]              | 1960-01-01  | ..
                    [195X..196X]               | 1950-01-01  | 1969-12-31
                    [2001-21..2001-23]         | 2001-03-01  | 2001-11-30
                    [1984..1984]               | 1984-01-01  | 1984-12-31
                    """)
    void a_set_is_some_moment_from_its_first_to_its_last(
            String text, String earliest, String latest) {
        check(text, earliest, latest);
    }

    @ParameterizedTest
    @CsvSource({
        "1985-04-12T00:00:00", "1985-04-12T23:59:59Z", "1985-04-12T24:00:00",
        "1985-04-12T23:20:30-12", "1985-04-12T01:20:30+14:00", "1985-04-12T01:20:30+00:00"
    })
    void of_a_date_time_the_day_as_written_counts(String text) {
        check(text, "1985-04-12", "1985-04-12");
    }

    @Test
    void the_text_is_kept_as_written() {
        assertThat(EdtfDate.parse("[1958,  ~1960]").text()).isEqualTo("[1958,  ~1960]");
    }

    @Test
    void a_year_beyond_four_digits_reads_with_its_sign() {
        assertThat(EdtfDate.parse("Y17000").bounds().earliest()).hasToString("+17000-01-01");
        assertThat(EdtfDate.parse("Y-17000").bounds().latest()).hasToString("-17000-12-31");
    }

    private static void check(String text, String earliest, String latest) {
        assertThat(EdtfDate.parse(text).bounds()).isEqualTo(Days.bounds(earliest, latest));
    }
}
