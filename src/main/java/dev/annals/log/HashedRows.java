package dev.annals.log;

import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.FactHash;
import dev.annals.json.FactWriter;
import dev.annals.log.KnownFacts.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Admitted facts as rows, each with its hash over that of the one before. */
final class HashedRows {

    private final KnownFacts known;
    private final List<LogRow> rows = new ArrayList<>();
    private Head head;

    /**
     * @param head the end of the log before the first of them
     */
    HashedRows(Head head, KnownFacts known) {
        this.head = head;
        this.known = known;
    }

    /**
     * The rows of the facts that come next.
     *
     * @param admitted in order of position
     */
    List<LogRow> next(List<Known> admitted) {
        int before = rows.size();
        admitted.forEach(this::add);
        return rows.subList(before, rows.size());
    }

    private void add(Known admitted) {
        RecordedFact fact = admitted.fact();
        String hash = FactHash.of(head.hash(), fact);
        boolean isPlain = admitted.root() == fact.position();
        rows.add(
                new LogRow(
                        fact,
                        isPlain ? Optional.empty() : Optional.of(admitted.root()),
                        known.rootType(admitted.root()),
                        admitted.touches(),
                        hash,
                        FactWriter.recorded(fact, hash)));
        head = new Head(head.timeline(), fact.position(), fact.recordedAt(), hash);
    }

    /** All so far. */
    List<LogRow> rows() {
        return rows;
    }

    /** The end of the log with all of them. */
    Head head() {
        return head;
    }
}
