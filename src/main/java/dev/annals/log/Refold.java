package dev.annals.log;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.views.Change;
import dev.annals.views.ViewChanges;
import dev.annals.views.WorkingSet;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Folds stretches of a log again, as the commits that appended them did. */
final class Refold {

    private final SqlConnection connection;
    private final int timeline;
    private final WorkingSet workingSet;

    /**
     * @param timeline the timeline's key
     */
    Refold(SqlConnection connection, int timeline, WorkingSet workingSet) {
        this.connection = connection;
        this.timeline = timeline;
        this.workingSet = workingSet;
    }

    /** What a stretch of the log changes. */
    record Refolded(ViewChanges views, Touches touches) {}

    /**
     * @param facts the ones that follow what the working set knows, without a gap
     */
    Uni<Refolded> fold(List<RecordedFact> facts) {
        LineageReader lineages =
                new LineageReader(connection, timeline, facts.getFirst().position() - 1);
        return lineages.byId(amended(facts))
                .chain(
                        named -> {
                            KnownFacts known = new KnownFacts();
                            named.forEach(known::learn);
                            return fold(facts, known, lineages);
                        });
    }

    private static Set<UUID> amended(List<RecordedFact> facts) {
        return facts.stream()
                .filter(f -> f.fact() instanceof Fact.Amendment)
                .map(f -> ((Fact.Amendment) f.fact()).fact())
                .collect(Collectors.toSet());
    }

    private Uni<Refolded> fold(List<RecordedFact> facts, KnownFacts known, LineageReader lineages) {
        Touches touches = new Touches();
        List<Change> changes = new ArrayList<>();
        for (RecordedFact fact : facts) {
            KnownFacts.Known added = known.add(fact);
            touches.add(fact.position(), known.rootType(added.root()), added.touches());
            changes.add(new Change(fact, known.lineage(added.root())));
        }
        return lineages.teach(workingSet, changes)
                .map(_ -> new Refolded(workingSet.fold(changes), touches));
    }
}
