package dev.annals.log;

import java.util.List;
import java.util.function.Function;

/**
 * Facts that stand together in a log, shared by all who follow it from the same place with the same
 * filter: read once, and brought into a form once. Thread-safe.
 */
public final class SharedPage {

    private record Formed(Function<List<LogEntry>, ?> former, Object form) {}

    private final List<LogEntry> entries;
    private final long upTo;
    private Formed formed;

    /**
     * @param upTo the position read to: what meets the filter until there is among the entries
     */
    SharedPage(List<LogEntry> entries, long upTo) {
        this.entries = List.copyOf(entries);
        this.upTo = upTo;
    }

    public List<LogEntry> entries() {
        return entries;
    }

    long upTo() {
        return upTo;
    }

    /**
     * The page in a form that all share, and so do not change.
     *
     * @param former known again by identity: a constant
     */
    @SuppressWarnings("unchecked") // a form is kept with the function that made it
    public synchronized <F> F as(Function<List<LogEntry>, F> former) {
        if (formed == null || formed.former() != former) {
            formed = new Formed(former, former.apply(entries));
        }
        return (F) formed.form();
    }
}
