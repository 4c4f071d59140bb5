package dev.annals.views;

import dev.annals.domain.span.Span;

/** The kinds of spans by the words that the view has for them. */
public enum SpanKind {
    TENURE("tenure"),
    RESTING_PLACE("resting-place"),
    PLACE_NAME("place-name"),
    STANDING("standing");

    private final String word;

    SpanKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /**
     * @throws IllegalArgumentException if no kind has this word
     */
    public static SpanKind of(String word) {
        for (SpanKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of span: " + word);
    }

    public static SpanKind of(Span span) {
        return switch (span) {
            case Span.Tenure _ -> TENURE;
            case Span.RestingPlace _ -> RESTING_PLACE;
            case Span.PlaceName _ -> PLACE_NAME;
            case Span.Standing _ -> STANDING;
        };
    }
}
