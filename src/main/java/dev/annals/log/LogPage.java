package dev.annals.log;

import java.util.List;

/**
 * A stretch of a log, as far as one reading goes: bounded in facts and in bytes.
 *
 * @param isLast whether no more facts meet the filter, up to where was asked
 */
public record LogPage(List<LogEntry> entries, boolean isLast) {

    /** How far the log has been read: a position. */
    long upTo(long asked) {
        return isLast ? asked : entries.getLast().position();
    }
}
