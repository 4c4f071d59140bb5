package dev.annals.domain.why;

/**
 * A rule as it decided something.
 *
 * @param text the rule in words, with the names and days it was about
 */
public record Reason(Rule rule, String text) {

    /** A rule that names nothing. */
    public static Reason of(Rule rule) {
        return rule.with();
    }
}
