package dev.annals.domain.conflict;

import dev.annals.domain.conflict.Conflict.Claim;
import dev.annals.domain.conflict.Conflict.Part;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.PlaceRenamed;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import java.util.Collection;
import java.util.List;

/** What cannot all be true of the names of one place, by the facts in effect. */
public final class PlaceConflicts {

    private PlaceConflicts() {}

    /**
     * @param facts in effect, all of those about the place; others are passed over
     * @return in order of history
     */
    public static List<Conflict> of(Slug place, Collection<Effective<Fact.Plain>> facts) {
        List<Moves.Step<String>> steps =
                new Facts(facts)
                        .inOrder(PlaceRenamed.class, f -> f.place().equals(place)).stream()
                                .map(f -> Moves.Step.of(f, f.content().to(), f.content().from()))
                                .toList();
        return new Moves<>(steps)
                .contradictions().stream().map(found -> fromAnother(place, found)).toList();
    }

    private static Conflict fromAnother(Slug place, Moves.Contradiction<String> found) {
        String name = found.last().to();
        return new Conflict(
                ConflictKind.RENAMED_FROM_ANOTHER_NAME,
                List.of(Subject.place(place)),
                List.of(
                        new Claim(found.step().fact(), Part.CLAIMS),
                        new Claim(found.last().fact(), Part.DENIES)),
                Apart.names(found.from(), name),
                Sentence.of(
                        "The place “",
                        Subject.place(place),
                        "” was renamed from “",
                        found.from(),
                        "” to “",
                        found.step().to(),
                        "” (",
                        found.step().fact().content().date().text(),
                        "), but had been named “",
                        name,
                        "” (",
                        found.last().fact().content().date().text(),
                        ") and not “",
                        found.from(),
                        "” again."));
    }
}
