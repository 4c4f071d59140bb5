package dev.annals.replay;

import dev.annals.domain.date.Day;
import dev.annals.queries.SpanRow;
import java.util.List;

/** What a replay tells as it goes. */
public sealed interface ReplayEvent {

    /** Where the replay is after this. */
    Cursor cursor();

    /**
     * A fact's earliest day has come.
     *
     * @param day unbounded if it has none
     * @param fact with its content in effect, as JSON
     * @param ended spans of which it gives the end
     * @param began spans of which it gives the begin
     */
    record FactPlayed(Cursor cursor, Day day, String fact, List<SpanRow> ended, List<SpanRow> began)
            implements ReplayEvent {}

    /** Time passes. */
    record ClockTicked(Cursor cursor, Day day) implements ReplayEvent {}

    /** The range is over, and with it the replay. */
    record Ended(Cursor cursor, Day day) implements ReplayEvent {}
}
