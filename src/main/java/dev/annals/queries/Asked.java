package dev.annals.queries;

import java.time.Instant;

/** As of when a question is asked, on the axis of what was known. */
public sealed interface Asked {

    /** All that is known by now. */
    record AtHead() implements Asked {}

    /** What the log had recorded up to this position. */
    record AtPosition(long position) implements Asked {}

    /** What the log had recorded at or before this instant. */
    record AtInstant(Instant instant) implements Asked {}
}
