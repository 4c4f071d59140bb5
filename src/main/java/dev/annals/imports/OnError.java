package dev.annals.imports;

/** What to do about something in a file that cannot be appended. */
public enum OnError {
    /** End there, and keep what was appended before. */
    STOP,
    /** Leave it out and go on. */
    SKIP
}
