package dev.annals.verify;

import dev.annals.verify.Rules.Breach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through a log once, fact by fact, and stops at the first that is not what it was. Keeps no
 * more of it than the ids.
 */
final class LogCheck {

    private final FactSource facts;
    private final List<Noted> unmet;
    private final long after;
    private final Rules rules;
    private long position;
    private String hash;

    private LogCheck(FactSource facts, Noted after, List<Noted> noted) {
        this.facts = facts;
        this.unmet = new ArrayList<>(noted);
        this.after = after.position().orElseThrow();
        this.position = this.after;
        this.hash = after.hash();
        this.rules = new Rules(position > 0);
    }

    /**
     * Checks a log.
     *
     * @param after where the facts begin: position and hash of the fact before the first
     * @param noted hashes that the log must have, or have had as its head
     * @throws IOException if the facts cannot be read
     */
    static Verdict of(FactSource facts, Noted after, List<Noted> noted) throws IOException {
        LogCheck check = new LogCheck(facts, after, noted);
        Optional<Finding> finding = check.run();
        return new Verdict(
                check.position - check.after,
                check.position,
                check.hash,
                check.rules.recordedAt(),
                finding);
    }

    private Optional<Finding> run() throws IOException {
        Optional<Finding> finding = meet("");
        while (finding.isEmpty()) {
            Optional<FoundFact> next = facts.next();
            if (next.isEmpty()) {
                return cutOff();
            }
            finding = judge(next.get());
        }
        return finding;
    }

    private Optional<Finding> judge(FoundFact fact) throws IOException {
        long expected = position + 1;
        if (!fact.isObject()) {
            return found(
                    expected,
                    fact,
                    Fault.NOT_JSON,
                    "here stands what is not one JSON object, in UTF-8 and with each field once");
        }
        if (fact.position().isEmpty()) {
            return found(expected, fact, Fault.INVALID, "here stands a fact without a position");
        }
        long claimed = fact.position().getAsLong();
        long kept = fact.columns().map(Columns::position).orElse(claimed);
        if (kept == expected && claimed != kept) {
            String message = "the row of this position holds a fact that says position " + claimed;
            return found(kept, fact, Fault.COLUMN, message);
        }
        if (kept > expected) {
            return skipped(fact, kept);
        }
        if (kept < expected) {
            return again(fact, kept);
        }
        if (!fact.follows(hash)) {
            return misfit(fact, expected);
        }
        Optional<Breach> breach = rules.judge(fact, expected);
        if (breach.isPresent()) {
            return found(expected, fact, breach.get().fault(), breach.get().message());
        }
        position = expected;
        hash = fact.hash();
        return meet(fact.place());
    }

    private static Optional<Finding> found(
            long position, FoundFact fact, Fault fault, String message) {
        return Optional.of(Finding.at(position, fact, fault, message));
    }

    /** The expected fact is not here: it stands behind, or nowhere. */
    private Optional<Finding> skipped(FoundFact fact, long kept) throws IOException {
        long expected = position + 1;
        for (var next = facts.next(); next.isPresent(); next = facts.next()) {
            if (next.get().position().orElse(0) == expected) {
                return found(
                        expected,
                        next.get(),
                        Fault.OUT_OF_ORDER,
                        "stands behind position " + kept + ": the order was changed");
            }
        }
        String which =
                kept - expected == 1
                        ? "is missing"
                        : "is missing, and so are all up to " + (kept - 1);
        String hint =
                position == 0
                        ? " (if the file is to begin after position N, say so with --after N:HASH)"
                        : "";
        return Optional.of(
                new Finding(Fault.MISSING, fact.place(), expected, Optional.empty(), which + hint));
    }

    /** A position that has been. */
    private Optional<Finding> again(FoundFact fact, long kept) {
        if (kept <= after) {
            return found(kept, fact, Fault.INVALID, "belongs before the beginning");
        }
        boolean isCopy = rules.holds(fact.id());
        return isCopy
                ? found(kept, fact, Fault.DUPLICATED, "stands there again")
                : found(kept, fact, Fault.INSERTED, beside());
    }

    private static String beside() {
        return "stands beside another fact of this position: one of them was inserted";
    }

    /** The fact behind tells whether it was the content or the hash that was changed. */
    private Optional<Finding> misfit(FoundFact fact, long expected) throws IOException {
        Optional<FoundFact> behind = facts.next().filter(FoundFact::isObject);
        if (behind.isPresent()) {
            long next = behind.get().position().orElse(0);
            if (next == expected && behind.get().follows(hash)) {
                return found(expected, fact, Fault.INSERTED, beside());
            }
            String due = fact.hashAfter(hash);
            if (next == expected + 1 && !due.isEmpty() && behind.get().follows(due)) {
                return found(
                        expected,
                        fact,
                        Fault.HASH_CHANGED,
                        "its hash was changed; its content is as it was recorded");
            }
        }
        String before =
                position == 0
                        ? "it was changed"
                        : "it was changed, or the one before it together with its hash";
        return found(expected, fact, Fault.CHANGED, "its hash does not fit: " + before);
    }

    /** Strikes out the noted hashes that the log has come to. */
    private Optional<Finding> meet(String place) {
        for (Noted noted : List.copyOf(unmet)) {
            boolean isSame = noted.hash().equals(hash);
            if (noted.position().isEmpty() ? isSame : noted.position().getAsLong() == position) {
                unmet.remove(noted);
                if (!isSame) {
                    return Optional.of(
                            notAsNoted(
                                    place,
                                    position,
                                    "has the hash "
                                            + hash
                                            + ", noted was "
                                            + noted.hash()
                                            + ": this fact or one before it was changed and all"
                                            + " hashes made anew"));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> cutOff() {
        return unmet.stream()
                .findFirst()
                .map(
                        noted ->
                                notAsNoted(
                                        "",
                                        position + 1,
                                        noted.position().isPresent()
                                                ? "is missing: the log ends here, but it once reached position "
                                                        + noted.position().getAsLong()
                                                : "no fact has the noted hash "
                                                        + noted.hash()
                                                        + ": the log was cut off here, or rewritten before"));
    }

    private static Finding notAsNoted(String place, long position, String message) {
        return new Finding(Fault.NOT_AS_NOTED, place, position, Optional.empty(), message);
    }
}
