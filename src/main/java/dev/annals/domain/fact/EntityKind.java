package dev.annals.domain.fact;

import java.util.Locale;
import java.util.Optional;

/** What a slug in a fact may name. */
public enum EntityKind {
    OFFICE,
    PERSON,
    PLACE;

    /** The kind as it is written in a subject: {@code office}, {@code person} or {@code place}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EntityKind> of(String word) {
        for (EntityKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
