package dev.annals.domain.date;

import java.time.LocalDate;

/** Days as tests write them: {@code 1958-03-27}, {@code 170000002-01-01}, or an end. */
final class Days {

    private Days() {}

    static Bounds bounds(String earliest, String latest) {
        return new Bounds(of(earliest, Day.BEFORE_ALL), of(latest, Day.AFTER_ALL));
    }

    /** The day written, or the end where none is: nothing, {@code ..}, or an infinity. */
    static Day of(String text, Day end) {
        return switch (text) {
            case "", "..", "-inf", "inf" -> end;
            default -> of(text);
        };
    }

    static Day of(String text) {
        int month = text.length() - "-MM-DD".length();
        return Day.of(
                LocalDate.of(
                        Integer.parseInt(text.substring(0, month)),
                        Integer.parseInt(text.substring(month + 1, month + 3)),
                        Integer.parseInt(text.substring(month + 4))));
    }
}
