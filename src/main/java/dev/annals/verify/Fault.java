package dev.annals.verify;

/** What can be wrong with a log, as far as its facts tell. */
public enum Fault {
    /** A line that is no JSON object. */
    NOT_JSON,
    /** A fact that the rules do not allow, or that lacks what the service adds. */
    INVALID,
    /** A fact whose hash fits neither its content nor its place. */
    CHANGED,
    /** A fact that the facts around it vouch for, under another hash. */
    HASH_CHANGED,
    /** One or more positions that are nowhere. */
    MISSING,
    /** A fact that stands behind one of a higher position. */
    OUT_OF_ORDER,
    /** A fact that stands there twice. */
    DUPLICATED,
    /** A fact beside the one that has its position. */
    INSERTED,
    /** An id that a fact before it has. */
    ID_REUSED,
    /** {@code earliest} or {@code latest} that are not the date's. */
    DERIVED,
    /** {@code recordedAt} before that of the fact before. */
    BACKWARDS,
    /** A column of the database that says something else than the fact. */
    COLUMN,
    /** A log that had another end, or another past, when its hash was noted down. */
    NOT_AS_NOTED,
    /** A timeline whose row says something else than its last fact. */
    HEAD,
    /** Facts of a timeline that does not exist. */
    STRAY
}
