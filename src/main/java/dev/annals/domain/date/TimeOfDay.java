package dev.annals.domain.date;

/** The time in a date-time: checked and forgotten, since the day as written is what counts. */
final class TimeOfDay {

    private TimeOfDay() {}

    /**
     * Passes over {@code T23:20:30} with an offset, {@code Z}, {@code -04} or {@code +04:30}, if
     * any.
     */
    static void pass(Cursor cursor) {
        cursor.expect("T");
        int start = cursor.index();
        int hour = readNumber(cursor, "hour", 24);
        cursor.expect(":");
        int minute = readNumber(cursor, "minute", 59);
        cursor.expect(":");
        int second = readNumber(cursor, "second", 59);
        if (hour == 24 && minute + second > 0) {
            throw new DateSyntaxException("the last moment of a day is 24:00:00", start);
        }
        if (cursor.acceptAnyOf("+-")) {
            passOffset(cursor);
        } else {
            cursor.accept("Z");
        }
    }

    private static void passOffset(Cursor cursor) {
        int start = cursor.index();
        int hours = readNumber(cursor, "offset hour", 14);
        int minutes = cursor.accept(":") ? readNumber(cursor, "offset minute", 59) : 0;
        if (hours == 14 && minutes > 0) {
            throw new DateSyntaxException("the farthest offset is 14:00", start);
        }
    }

    private static int readNumber(Cursor cursor, String name, int max) {
        int start = cursor.index();
        int tens = cursor.take(Cursor.DIGITS, "a digit in the " + name) - '0';
        int units = cursor.take(Cursor.DIGITS, "a digit in the " + name) - '0';
        int number = tens * 10 + units;
        if (number > max) {
            throw new DateSyntaxException(
                    name + " " + number + " is not between 00 and " + max, start);
        }
        return number;
    }
}
