package dev.annals.domain.date;

import java.util.stream.IntStream;

/**
 * The digits of a year, month or day, each of which may be unspecified.
 *
 * @param digits up to four of {@code 0} to {@code 9} and {@code X}
 */
record DigitPattern(String digits) {

    static DigitPattern read(Cursor cursor, int count, String name) {
        var digits = new StringBuilder(count);
        while (digits.length() < count) {
            digits.append(cursor.take(Cursor.DIGITS + "X", "a digit or X in the " + name));
        }
        return new DigitPattern(digits.toString());
    }

    boolean isSpecified() {
        return digits.indexOf('X') < 0;
    }

    int lowest() {
        return Integer.parseInt(digits.replace('X', '0'));
    }

    int highest() {
        return Integer.parseInt(digits.replace('X', '9'));
    }

    boolean fits(int number) {
        int rest = number;
        for (int i = digits.length() - 1; i >= 0; i--) {
            char digit = digits.charAt(i);
            if (digit != 'X' && digit - '0' != rest % 10) {
                return false;
            }
            rest /= 10;
        }
        return rest == 0;
    }

    /** Whether any number from 1 to {@code max} fits. */
    boolean fitsUpTo(int max) {
        return isSpecified()
                ? lowest() >= 1 && lowest() <= max
                : IntStream.rangeClosed(1, max).anyMatch(this::fits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
