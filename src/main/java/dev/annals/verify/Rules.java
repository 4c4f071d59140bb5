package dev.annals.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.FactReader;
import dev.annals.json.Instants;
import dev.annals.verify.HeldFacts.Held;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a service would never have recorded, however well its hash fits: whoever rewrites a log and
 * hashes it anew may still break these. Facts are judged in their order; each is remembered for
 * those that name it.
 */
final class Rules {

    /** Something wrong, before it is said where. */
    record Breach(Fault fault, String message) {}

    private final HeldFacts held = new HeldFacts();
    private final boolean isPart;
    private Optional<Instant> recordedAt = Optional.empty();

    /**
     * @param isPart whether facts came before the first one, which later ones may refer to
     */
    Rules(boolean isPart) {
        this.isPart = isPart;
    }

    /** Of the last fact judged. */
    Optional<Instant> recordedAt() {
        return recordedAt;
    }

    /** Whether a fact that was judged has this id. */
    boolean holds(Optional<String> id) {
        return id.flatMap(FactReader::id).flatMap(held::find).isPresent();
    }

    Optional<Breach> judge(FoundFact found, long position) {
        FactReader reader = FactReader.lenient();
        Optional<FactReader.SentFact> sent = reader.read(found.json(), "");
        if (sent.isEmpty()) {
            var first = reader.violations().getFirst();
            return breach(
                    Fault.INVALID, "is no valid fact: " + shown(first.pointer(), first.message()));
        }
        Optional<String> lacking = lacking(found);
        if (lacking.isPresent()) {
            return breach(Fault.INVALID, "is no recorded fact: " + lacking.get());
        }
        RecordedFact fact =
                new RecordedFact(
                        sent.get().id().orElseThrow(),
                        position,
                        Instant.parse(found.text("recordedAt").orElseThrow()),
                        found.text("recordedBy").orElseThrow(),
                        sent.get().fact());
        return misdated(found, fact.fact())
                .or(() -> backwards(fact))
                .or(() -> misplaced(found, fact));
    }

    private static Optional<Breach> breach(Fault fault, String message) {
        return Optional.of(new Breach(fault, message));
    }

    private static String shown(String pointer, String message) {
        return (pointer.isEmpty() ? "it" : pointer) + " " + message;
    }

    /** What the service adds to every fact, and is not there or has another form. */
    private static Optional<String> lacking(FoundFact found) {
        if (found.id().isEmpty()) {
            return Optional.of("it has no id");
        }
        if (found.text("recordedBy").isEmpty()) {
            return Optional.of("it has no recordedBy");
        }
        String instant = found.text("recordedAt").orElse("");
        return isInstant(instant) ? Optional.empty() : Optional.of("its recordedAt is no instant");
    }

    private static boolean isInstant(String text) {
        try {
            return Instants.text(Instant.parse(text)).equals(text);
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static Optional<Breach> misdated(FoundFact found, Fact fact) {
        if (!(fact instanceof Fact.Dated dated)) {
            boolean isDated = found.json().has("earliest") || found.json().has("latest");
            return isDated
                    ? breach(Fault.DERIVED, "has earliest or latest but no date")
                    : Optional.empty();
        }
        return misdated(found, "earliest", dated, dated.date().bounds().earliest())
                .or(() -> misdated(found, "latest", dated, dated.date().bounds().latest()));
    }

    private static Optional<Breach> misdated(
            FoundFact found, String field, Fact.Dated fact, Day day) {
        JsonNode said = found.json().path(field);
        boolean isRight = day.isBounded() ? day.toString().equals(said.textValue()) : said.isNull();
        return isRight
                ? Optional.empty()
                : breach(
                        Fault.DERIVED,
                        "says %s %s, but its date %s makes it %s"
                                .formatted(
                                        field,
                                        said.isMissingNode() ? "nothing" : said,
                                        fact.date().text(),
                                        day.isBounded() ? day : "null"));
    }

    private Optional<Breach> backwards(RecordedFact fact) {
        Instant before = recordedAt.orElse(Instant.MIN);
        recordedAt = Optional.of(fact.recordedAt());
        return fact.recordedAt().isBefore(before)
                ? breach(
                        Fault.BACKWARDS,
                        "was recorded at %s, before the fact before it (%s)"
                                .formatted(Instants.text(fact.recordedAt()), Instants.text(before)))
                : Optional.empty();
    }

    /** Judges what only the facts before can tell: the id, what it refers to, and the columns. */
    private Optional<Breach> misplaced(FoundFact found, RecordedFact fact) {
        Optional<Breach> reference =
                fact.fact() instanceof Fact.Amendment amendment
                        ? misreferred(amendment)
                        : Optional.empty();
        long root = root(fact);
        if (reference.isPresent()) {
            return reference;
        }
        if (!held.add(fact.id(), new Held(root, FactType.of(fact.fact())))) {
            return breach(Fault.ID_REUSED, "has the id of a fact before it");
        }
        List<String> differences =
                found.columns()
                        .map(columns -> columns.differences(Columns.of(fact, root)))
                        .orElse(List.of());
        return differences.isEmpty()
                ? Optional.empty()
                : breach(Fault.COLUMN, String.join("; ", differences));
    }

    private Optional<Breach> misreferred(Fact.Amendment amendment) {
        Optional<Held> named = held.find(amendment.fact());
        if (named.isEmpty()) {
            return isPart
                    ? Optional.empty()
                    : breach(Fault.INVALID, "is about a fact that is not before it");
        }
        boolean fits =
                !(amendment instanceof Fact.FactCorrected correction)
                        || named.get().type() == FactType.of(correction.with());
        return fits
                ? Optional.empty()
                : breach(
                        Fault.INVALID,
                        "corrects a fact of another type: " + named.get().type().word());
    }

    private long root(RecordedFact fact) {
        return fact.fact() instanceof Fact.Amendment amendment
                ? held.find(amendment.fact()).map(Held::root).orElse(0L)
                : fact.position();
    }
}
