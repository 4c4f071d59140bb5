package dev.annals.domain.span;

/** What a fact does for a span. */
public enum Role {
    BEGINS,
    ENDS,
    /** It narrows an end that another fact gives. */
    LIMITS
}
