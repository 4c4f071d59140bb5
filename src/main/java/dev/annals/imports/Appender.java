package dev.annals.imports;

import dev.annals.log.AppendOutcome;
import dev.annals.log.AppendRequest;
import dev.annals.log.Draft;
import dev.annals.log.FactLog;
import dev.annals.log.Unused;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Where the facts of an import go: a timeline, in somebody's name. */
public record Appender(FactLog log, String timeline, String recordedBy) {

    /** Finds out beforehand what spares the append of these facts time; nothing if it fails. */
    CompletionStage<Optional<Unused>> foresee(List<Draft> drafts) {
        Set<UUID> ids = drafts.stream().map(Draft::id).collect(Collectors.toSet());
        return log.unused(timeline, ids)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .subscribeAsCompletionStage();
    }

    /**
     * Appends all of them or none. May fail without it being known whether it did: sent again with
     * the same ids, they land once.
     *
     * @param drafts one at least
     * @param bytes that they had in the file
     * @param unused what was foreseen
     */
    CompletionStage<AppendOutcome> append(List<Draft> drafts, long bytes, Optional<Unused> unused) {
        AppendRequest request =
                new AppendRequest(timeline, recordedBy, drafts, Optional.empty(), bytes, unused);
        return log.append(request).subscribeAsCompletionStage();
    }
}
