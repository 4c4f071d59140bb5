package dev.annals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.annals.domain.date.Day;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_cursor_is_read_as_it_was_written() {
        assertRead(new Cursor.At(142, day("1958-03-27"), 17), "142/1958-03-27/17");
        assertRead(new Cursor.At(0, Day.BEFORE_ALL, 0), "0/../0");
        assertRead(new Cursor.At(5, day("-0044-03-15"), 3), "5/-0044-03-15/3");
        assertRead(new Cursor.At(5, day("+17000-01-01"), 3), "5/+17000-01-01/3");
        assertRead(new Cursor.Over(142), "142/end");
        assertRead(new Cursor.Live(Long.MAX_VALUE), "9223372036854775807/live");
    }

    @Test
    void the_first_and_the_last_day_of_the_calendar_are_read_as_they_were_written() {
        assertRead(new Cursor.At(1, Day.of(LocalDate.MIN), 1), "1/-999999999-01-01/1");
        assertRead(new Cursor.At(1, Day.of(LocalDate.MAX), 1), "1/+999999999-12-31/1");
    }

    @Test
    void any_cursor_is_read_as_it_was_written() {
        Random random = new Random(1958);
        for (int i = 0; i < 10_000; i++) {
            Day day = Day.of(LocalDate.EPOCH).plus(random.nextLong(-400_000_000L, 400_000_000L));
            long known = random.nextLong(Long.MAX_VALUE);
            Cursor cursor =
                    switch (random.nextInt(3)) {
                        case 0 -> new Cursor.At(known, day, random.nextLong(Long.MAX_VALUE));
                        case 1 -> new Cursor.Over(known);
                        default -> new Cursor.Live(known);
                    };
            assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
        }
    }

    @Test
    void blanks_around_a_cursor_are_passed_over() {
        assertThat(Cursor.parse(" 7/end\t")).isEqualTo(new Cursor.Over(7));
    }

    @Test
    void a_cursor_fits_into_one_line_of_an_event() {
        assertThat(new Cursor.At(Long.MAX_VALUE, Day.of(LocalDate.MAX), Long.MAX_VALUE).toString())
                .matches("[!-~]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "//",
                "///",
                "17",
                "end",
                "live",
                "/end",
                "/live",
                "1/",
                "1/End",
                "1/end/",
                "/1/end",
                "1/end/2",
                "-1/end",
                "-1/live",
                "1.0/end",
                "1e3/end",
                "0x10/end",
                "9223372036854775808/end",
                "99999999999999999999999999999999/live",
                "1/1958-03-27",
                "1/1958-03-27/",
                "/1958-03-27/1",
                "1//1",
                "1/1958-03-27/-1",
                "-1/1958-03-27/1",
                "1/1958-03-27/9223372036854775808",
                "1/1958-02-29/1",
                "1/1958-13-01/1",
                "1/1958-3-27/1",
                "1/1958/1",
                "1/1958-03-27T00:00/1",
                "1/+1000000000-01-01/1",
                "1/-1000000000-01-01/1",
                "1/17000-01-01/1",
                "1/.../1",
                "1/./1",
                "1/1958-03-27/1/1",
                "1/1958-03-27/1\n2",
                "1/1958-03-27/1;drop table facts",
                "1 /end",
                "1/ end",
                "\u0000",
                "1/\u0000/1",
                "null",
                "🎞/end",
            })
    void what_is_no_id_of_an_event_is_refused(String text) {
        assertRefused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1/end", "١/end", "1/1958-03-27/٢", "+1/1958-03-27/+1"})
    void a_number_is_written_in_plain_digits(String text) {
        assertRefused(text);
    }

    @Test
    void a_text_of_a_million_characters_is_refused_and_not_repeated() {
        String text = "1/".repeat(500_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cursor.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void whatever_is_sent_is_read_or_refused_as_an_argument() {
        Random random = new Random(1961);
        String alphabet = "0123456789/-+.endliv XYZ\u0000é";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                Cursor cursor = Cursor.parse(text.toString());
                assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).isEqualTo("expected the id of an event of a replay");
            }
        }
    }

    private static void assertRead(Cursor cursor, String text) {
        assertThat(cursor).hasToString(text);
        assertThat(Cursor.parse(text)).isEqualTo(cursor);
    }

    private static void assertRefused(String text) {
        assertThatIllegalArgumentException()
                .as("%s", text)
                .isThrownBy(() -> Cursor.parse(text))
                .withMessage("expected the id of an event of a replay");
    }

    private static Day day(String text) {
        return Day.of(LocalDate.parse(text));
    }
}
