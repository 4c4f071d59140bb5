package dev.annals.domain.span;

/** How sure it is that a span covers the days asked for. */
public enum Certainty {
    /** Whatever the imprecise dates turn out to be, it covers all of them. */
    CERTAIN,
    /** Some reading of the dates lets it cover one of them. */
    POSSIBLE
}
