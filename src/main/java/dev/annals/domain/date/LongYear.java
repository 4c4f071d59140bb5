package dev.annals.domain.date;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/**
 * What a year may have besides four digits: {@code Y} before more of them, {@code E} before an
 * exponent, {@code S} before the number of digits that are significant.
 */
final class LongYear {

    private static final int FARTHEST = Year.MAX_VALUE;

    private LongYear() {}

    /** Reads {@code Y170000002}, {@code Y-17E7} or {@code Y171010000S3}. */
    static Bounds read(Cursor cursor) {
        int start = cursor.index();
        cursor.expect("Y");
        boolean negative = cursor.accept("-");
        if (!cursor.atAnyOf("123456789")) {
            throw cursor.expected("a digit from 1 to 9");
        }
        long year = readNumber(cursor);
        if (cursor.accept("E")) {
            year = shift(year, readNumber(cursor));
        }
        if (year <= 9_999) {
            throw new DateSyntaxException("a year of four digits does not begin with Y", start);
        }
        if (year > FARTHEST) {
            throw new DateSyntaxException("the year is beyond 999,999,999", start);
        }
        return readSignificance(cursor, negative, (int) year);
    }

    /** Reads what may follow a year: {@code S2} makes 1950 one of the years 1900 to 1999. */
    static Bounds readSignificance(Cursor cursor, boolean negative, int year) {
        int start = cursor.index();
        if (!cursor.accept("S")) {
            return years(negative, year, year);
        }
        int digits = Integer.toString(year).length();
        long significant = readNumber(cursor);
        if (significant < 1 || significant > digits) {
            throw new DateSyntaxException(
                    "significant digits are not between 1 and " + digits, start);
        }
        int unit = (int) shift(1, digits - significant);
        int lowest = year / unit * unit;
        return years(negative, lowest, lowest + unit - 1);
    }

    private static Bounds years(boolean negative, int lowest, int highest) {
        int first = negative ? -highest : lowest;
        int last = negative ? -lowest : highest;
        return new Bounds(
                Day.of(LocalDate.of(first, Month.JANUARY, 1)),
                Day.of(LocalDate.of(last, Month.DECEMBER, 31)));
    }

    /** The number with zeros after it, but no more than it takes to be beyond every year. */
    private static long shift(long number, long zeros) {
        long shifted = number;
        for (long i = 0; i < zeros && shifted <= FARTHEST; i++) {
            shifted *= 10;
        }
        return shifted;
    }

    /** A number of any length; one beyond every year is not kept exactly. */
    private static long readNumber(Cursor cursor) {
        long number = 0;
        do {
            int digit = cursor.take(Cursor.DIGITS, "a digit") - '0';
            number = Math.min(number * 10 + digit, FARTHEST + 1L);
        } while (cursor.atAnyOf(Cursor.DIGITS));
        return number;
    }
}
