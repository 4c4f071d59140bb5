package dev.annals.views;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Subject;
import java.util.Optional;
import java.util.Set;

/** What one appended fact does to what is in effect; worked out once, since it is asked often. */
public final class Change {

    private final long position;
    private final Lineage lineage;
    private final Optional<Effective<Fact.Plain>> before;
    private final Optional<Effective<Fact.Plain>> after;
    private final Set<Subject> mentionedBefore;
    private final Set<Subject> mentionedAfter;

    /**
     * @param fact as appended
     * @param lineage that it belongs to, itself included
     */
    public Change(RecordedFact fact, Lineage lineage) {
        this.position = fact.position();
        this.lineage = lineage;
        this.before =
                fact.fact() instanceof Fact.Plain
                        ? Optional.empty()
                        : lineage.knownAt(position - 1).effective();
        this.after = lineage.effective();
        this.mentionedBefore = mentions(before);
        this.mentionedAfter = mentions(after);
    }

    private static Set<Subject> mentions(Optional<Effective<Fact.Plain>> fact) {
        return fact.map(f -> Mentions.of(f.content())).orElse(Set.of());
    }

    Lineage lineage() {
        return lineage;
    }

    long position() {
        return position;
    }

    /** What was in effect of the lineage before the fact; nothing if it is a plain one. */
    Optional<Effective<Fact.Plain>> before() {
        return before;
    }

    Optional<Effective<Fact.Plain>> after() {
        return after;
    }

    /** The subjects that what was in effect before mentions. */
    Set<Subject> mentionedBefore() {
        return mentionedBefore;
    }

    Set<Subject> mentionedAfter() {
        return mentionedAfter;
    }
}
