package dev.annals.domain.conflict;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Subject;
import java.util.List;

/**
 * Facts in effect that cannot all be true.
 *
 * @param subjects that the contradiction is about; the one of which it was found comes first
 * @param facts on both sides; what each does for the contradiction is its part
 * @param apart how far apart the claims are
 * @param detail the contradiction in words
 */
public record Conflict(
        ConflictKind kind,
        List<Subject> subjects,
        List<Claim> facts,
        Apart apart,
        Sentence detail) {

    public Conflict {
        subjects = List.copyOf(subjects);
        facts = List.copyOf(facts);
    }

    /** What a fact does for a contradiction. */
    public enum Part {
        /** It says what cannot be. */
        CLAIMS,
        /** It says why that cannot be. */
        DENIES,
        /** It begins the tenure that is nearest to what was claimed. */
        NEAR,
        /** It begins a tenure. */
        BEGINS,
        /** It ends a tenure. */
        ENDS,
        /** It narrows an end that another fact gives. */
        LIMITS
    }

    /** A fact with its part in a contradiction. */
    public record Claim(Effective<? extends Fact.Dated> fact, Part part) {}
}
