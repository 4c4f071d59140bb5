package dev.annals.domain.conflict;

import dev.annals.domain.fact.EntityKind;
import java.util.Optional;

/** The kinds of contradictions, each with the word for it and the rule that is broken. */
public enum ConflictKind {
    TWO_HOLDERS(
            "two-holders",
            EntityKind.OFFICE,
            "An office with one seat has one holder at a time; those who only act for a holder do not count."),
    MORE_HOLDERS_THAN_SEATS(
            "more-holders-than-seats",
            EntityKind.OFFICE,
            "An office has no more holders at a time than seats; those who only act for a holder take none."),
    ASSUMED_AFTER_DEATH(
            "assumed-after-death",
            EntityKind.OFFICE,
            "Nobody assumes an office after their death."),
    ASSUMED_BEFORE_BIRTH(
            "assumed-before-birth",
            EntityKind.OFFICE,
            "Nobody assumes an office before their birth."),
    ASSUMED_AFTER_ABOLITION(
            "assumed-after-abolition",
            EntityKind.OFFICE,
            "Nobody assumes an office that was abolished, unless it was established again."),
    ASSUMED_BEFORE_ESTABLISHMENT(
            "assumed-before-establishment",
            EntityKind.OFFICE,
            "Nobody assumes an office before it was established."),
    VACATION_WITHOUT_TENURE(
            "vacation-without-tenure",
            EntityKind.OFFICE,
            "Who vacates an office holds it until then, and each vacation ends a tenure of its own."),
    DEATH_BEFORE_BIRTH("death-before-birth", EntityKind.PERSON, "Nobody dies before their birth."),
    RELOCATION_FROM_ELSEWHERE(
            "relocation-from-elsewhere",
            EntityKind.PERSON,
            "A body is taken away from the place where it lies."),
    RENAMED_FROM_ANOTHER_NAME(
            "renamed-from-another-name",
            EntityKind.PLACE,
            "A renaming replaces the name that the place has.");

    private final String word;
    private final EntityKind owner;
    private final String rule;

    ConflictKind(String word, EntityKind owner, String rule) {
        this.word = word;
        this.owner = owner;
        this.rule = rule;
    }

    public String word() {
        return word;
    }

    /** Of which kind of entity such conflicts are found: by its facts, and what ends lives. */
    public EntityKind owner() {
        return owner;
    }

    /** What is so in the world, in words. */
    public String rule() {
        return rule;
    }

    public static Optional<ConflictKind> of(String word) {
        for (ConflictKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
