package dev.annals.log;

/**
 * A fact as readers of the log get it.
 *
 * @param type on the wire
 * @param json the fact as it is read back
 */
public record LogEntry(long position, String type, String json) {}
