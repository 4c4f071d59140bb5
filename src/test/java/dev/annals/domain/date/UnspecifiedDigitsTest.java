package dev.annals.domain.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Unspecified digits against the dumbest oracle: the text of every day, compared digit by digit.
 */
class UnspecifiedDigitsTest {

    private static final String[] YEARS = {
        "1900", "1961", "1964", "2000", "196X", "190X", "20X4", "19X1", "000X", "-0004", "-000X"
    };

    @Test
    void the_bounds_are_the_first_and_the_last_day_whose_text_fits() {
        Seeded.runs(3_000, UnspecifiedDigitsTest::check);
    }

    private static void check(Random random) {
        String text = Seeded.oneOf(random, YEARS) + "-" + month(random) + "-" + dayOfMonth(random);
        List<LocalDate> fitting = fitting(text);
        if (fitting.isEmpty()) {
            assertThatExceptionOfType(DateSyntaxException.class)
                    .as(text)
                    .isThrownBy(() -> EdtfDate.parse(text));
        } else {
            var bounds = new Bounds(Day.of(fitting.getFirst()), Day.of(fitting.getLast()));
            assertThat(EdtfDate.parse(text).bounds()).as(text).isEqualTo(bounds);
        }
    }

    private static String month(Random random) {
        return "" + Seeded.charOf(random, "01X") + Seeded.charOf(random, "0123456789X");
    }

    private static String dayOfMonth(Random random) {
        return "" + Seeded.charOf(random, "0123X") + Seeded.charOf(random, "0123456789X");
    }

    private static List<LocalDate> fitting(String text) {
        String year = text.substring(0, text.length() - "-MM-DD".length());
        int one = Integer.parseInt(year.replace('X', '0'));
        int other = Integer.parseInt(year.replace('X', '9'));
        LocalDate first = LocalDate.of(Math.min(one, other), 1, 1);
        LocalDate end = LocalDate.of(Math.max(one, other) + 1, 1, 1);
        return first.datesUntil(end).filter(day -> fits(day.toString(), text)).toList();
    }

    private static boolean fits(String day, String pattern) {
        if (day.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < day.length(); i++) {
            boolean unspecified = pattern.charAt(i) == 'X' && day.charAt(i) != '-';
            if (!unspecified && pattern.charAt(i) != day.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
