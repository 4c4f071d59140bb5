package dev.annals.domain.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, where, and what the message says. */
class EdtfMessageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    ""                | 0  | expected a date, found the end
                    not a edtf string | 0  | expected a date, found 'n'
                    Spring, 2002      | 0  | expected a date, found 'S'
                    +1958             | 0  | expected a date, found '+'
                    -0000             | 0  | year 0000 has no minus sign
                    ~-0000-01-01      | 1  | year 0000 has no minus sign
                    195               | 3  | expected a digit or X in the year, found the end
                    195x              | 3  | expected a digit or X in the year, found 'x'
                    17000             | 4  | a year of more than four digits begins with Y
                    1958??            | 5  | expected the end, found '?'
                    1958 -03          | 4  | expected the end, found ' '
                    19XXS2            | 4  | expected the end, found 'S'
                    1950S2-12         | 6  | expected the end, found '-'
                    1958T10:00:00     | 4  | expected the end, found 'T'
                    """)
    void a_year_is_refused_with_a_reason(String text, int index, String problem) {
        check(text, index, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                            Y1700         | 0 | a year of four digits does not begin with Y
                            Y20E2         | 0 | a year of four digits does not begin with Y
                            Y-20E2S3      | 0 | a year of four digits does not begin with Y
                            Y1000000000   | 0 | the year is beyond 999,999,999
                            Y-1E9         | 0 | the year is beyond 999,999,999
                            Y1E999999999999999999999 | 0 | the year is beyond 999,999,999
                            Y18446744073709569616    | 0 | the year is beyond 999,999,999
                    1950S18446744073709551618 | 4 | significant digits are not between 1 and 4
                    Y             | 1 | expected a digit from 1 to 9, found the end
                            Y017000       | 1 | expected a digit from 1 to 9, found '0'
                            Y17E          | 4 | expected a digit, found the end
                            Y17E-7        | 4 | expected a digit, found '-'
                            Y17E7S10      | 5 | significant digits are not between 1 and 9
                            1950S0        | 4 | significant digits are not between 1 and 4
                            1950S5        | 4 | significant digits are not between 1 and 4
                            Y17E7-12-26   | 5 | expected the end, found '-'
                    """)
    void a_long_year_is_refused_with_a_reason(String text, int index, String problem) {
        check(text, index, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1961-13       | 5  | month 13 is not between 01 and 12
                    1961-00       | 5  | month 00 is not between 01 and 12
                    1961-20       | 5  | month 20 is not between 01 and 12
                    1961-42       | 5  | month 42 is not between 01 and 12
                    1961-2X       | 5  | month 2X is not between 01 and 12
                    1961-?13      | 6  | month 13 is not between 01 and 12
                    1961-         | 5  | expected a digit or X in the month, found the end
                    1961-3        | 6  | expected a digit or X in the month, found the end
                    2004-(06)?-11 | 5  | expected a digit or X in the month, found '('
                    1961-21-03    | 7  | expected the end, found '-'
                    1961-02-31    | 8  | 1961 has no 31 February
                    1900-02-29    | 8  | 1900 has no 29 February
                    -0001-02-29   | 9  | -0001 has no 29 February
                    19XX-02-30    | 8  | 19XX has no 30 February
                    XXX1-02-29    | 8  | XXX1 has no 29 February
                    2001-02-3X    | 8  | 2001 has no 3X February
                    1961-X4-31    | 8  | 1961 has no 31 in month X4
                    1961-04-00    | 8  | day 00 is not between 01 and 31
                    1961-04-32    | 8  | day 32 is not between 01 and 31
                    1961-XX-4X    | 8  | day 4X is not between 01 and 31
                    1961-04-1     | 9  | expected a digit or X in the day, found the end
                    1961-04-120   | 10 | expected the end, found '0'
                    """)
    void a_month_or_day_is_refused_with_a_reason(String text, int index, String problem) {
        check(text, index, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1985-04-12T25:00:00       | 11 | hour 25 is not between 00 and 24
                    1985-04-12T24:00:01       | 11 | the last moment of a day is 24:00:00
                    1985-04-12T23:60:00       | 14 | minute 60 is not between 00 and 59
                    1985-04-12T23:00:60       | 17 | second 60 is not between 00 and 59
                    1985-04-12T23:00          | 16 | expected ':', found the end
                    1985-04-12T2:00:00        | 12 | expected a digit in the hour, found ':'
                    1985-04-12T23:00:00.5     | 19 | expected the end, found '.'
                    1985-04-12T23:00:00z      | 19 | expected the end, found 'z'
                    1985-04-12T23:00:00+15    | 20 | offset hour 15 is not between 00 and 14
                    1985-04-12T23:00:00-14:01 | 20 | the farthest offset is 14:00
                    1985-04-12T23:00:00+04:60 | 23 | offset minute 60 is not between 00 and 59
                    1985-04-12T23:00:00+4     | 21 | expected a digit in the offset hour, found the end
                    1985-04-12?T23:00:00      | 11 | a marked or unspecified day has no time
                    1985-04-1XT23:00:00       | 10 | a marked or unspecified day has no time
                    1985-04-12T23:00:00?      | 19 | expected the end, found '?'
                    """)
    void a_time_is_refused_with_a_reason(String text, int index, String problem) {
        check(text, index, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2008/1964       | 5 | the interval ends before it starts
                    1964-11/1964-10 | 8 | the interval ends before it starts
                    1985/2000/2010  | 9 | expected the end, found '/'
                    /               | 1 | an interval has a date at one end at least
                    ../             | 3 | an interval has a date at one end at least
                    ../..           | 3 | an interval has a date at one end at least
                    ..              | 2 | expected '/', found the end
                    ..1964          | 2 | expected '/', found '1'
                    1964..          | 4 | expected the end, found '.'
                    1964/.          | 5 | expected a date, found '.'
                    1964/2008-13    | 10| month 13 is not between 01 and 12
                    1964/[2008]     | 5 | expected a date, found '['
                    [1964]/2008     | 6 | expected the end, found '/'
                    """)
    void an_interval_is_refused_with_a_reason(String text, int index, String problem) {
        check(text, index, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    []              | 1  | expected a date, found ']'
                    [..]            | 3  | expected a date, found ']'
                    [1958           | 5  | expected ',' or ']', found the end
                    [1958}          | 5  | expected ',' or ']', found '}'
                    {1958]          | 5  | expected ',' or '}', found ']'
                    [1958,]         | 6  | expected a date, found ']'
                    [ 1958]         | 1  | expected a date, found ' '
                    [1958 ,1960]    | 5  | expected ',' or ']', found ' '
                    [1958,..1960]   | 6  | expected a date, found '.'
                    [1958..,1960]   | 7  | expected a date, found ','
                    [..1958..1960]  | 7  | expected ',' or ']', found '.'
                    [1958..1960..]  | 11 | expected ',' or ']', found '.'
                    [1960..1958]    | 7  | the range ends before it starts
                    [2025-01..2026] | 10 | a range ends as precisely as it starts
                    [1958/1960]     | 5  | expected ',' or ']', found '/'
                    [[1958]]        | 1  | expected a date, found '['
                    [1958]?         | 6  | expected the end, found '?'
                    [1985-04-12T23:20:30Z,1985] | 1 | a date in a set has no time
                    """)
    void a_set_is_refused_with_a_reason(String text, int index, String problem) {
        check(text, index, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    0000  | U+0000
                    000A  | U+000A
                    001B  | U+001B
                    202E  | U+202E
                    0301  | U+0301
                    D83D  | U+D83D
                    1F600 | U+1F600
                    0661  | '١'
                    0416  | 'Ж'
                    0027  | '''
                    """)
    void a_character_that_could_garble_the_message_is_shown_by_number(String hex, String found) {
        String text = Character.toString(Integer.parseInt(hex, 16));
        check(text, 0, "expected a date, found " + found);
    }

    @Test
    void no_text_at_all_is_the_programmer_s_mistake() {
        assertThatNullPointerException().isThrownBy(() -> EdtfDate.parse(null));
    }

    private static void check(String text, int index, String problem) {
        var refused = catchThrowableOfType(DateSyntaxException.class, () -> EdtfDate.parse(text));
        assertThat(refused).as(text).isNotNull();
        assertThat(refused).hasMessage(problem + " (at character " + (index + 1) + ")");
        assertThat(refused.index()).isEqualTo(index);
    }
}
