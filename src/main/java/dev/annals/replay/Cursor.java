package dev.annals.replay;

import dev.annals.domain.date.Day;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Where a replay is: enough to go on from there, at whatever pace. Written as an event's id. */
public sealed interface Cursor {

    /** The position as of which history is played. */
    long known();

    /**
     * In the order of dates.
     *
     * @param day that the clock has reached
     * @param position of the last fact played, 0 before the first
     */
    record At(long known, Day day, long position) implements Cursor {
        @Override
        public String toString() {
            return known + "/" + day + "/" + position;
        }
    }

    /** All has been played. */
    record Over(long known) implements Cursor {
        @Override
        public String toString() {
            return known + "/end";
        }
    }

    /** Past the end, following what is appended. */
    record Live(long known) implements Cursor {
        @Override
        public String toString() {
            return known + "/live";
        }
    }

    /**
     * @throws IllegalArgumentException if the text is not the id of an event of a replay
     */
    static Cursor parse(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            if (parts.length == 2 && parts[1].equals("end")) {
                return new Over(position(parts[0]));
            }
            if (parts.length == 2 && parts[1].equals("live")) {
                return new Live(position(parts[0]));
            }
            if (parts.length == 3) {
                return new At(position(parts[0]), day(parts[1]), position(parts[2]));
            }
        } catch (NumberFormatException | DateTimeException _) {
            // said below
        }
        throw new IllegalArgumentException("expected the id of an event of a replay");
    }

    private static long position(String text) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new NumberFormatException();
        }
        return Long.parseLong(text);
    }

    private static Day day(String text) {
        return text.equals("..") ? Day.BEFORE_ALL : Day.of(LocalDate.parse(text));
    }
}
