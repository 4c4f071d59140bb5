package dev.annals.imports;

import dev.annals.log.AppendOutcome;
import dev.annals.log.AppendRequest;
import dev.annals.log.Draft;
import dev.annals.log.FactLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where the facts of an import go: a timeline, in somebody's name. */
public record Appender(FactLog log, String timeline, String recordedBy) {

    /**
     * Appends all of them or none. May fail without it being known whether it did: sent again with
     * the same ids, they land once.
     *
     * @param drafts one at least
     * @param bytes that they had in the file
     */
    CompletionStage<AppendOutcome> append(List<Draft> drafts, long bytes) {
        AppendRequest request =
                new AppendRequest(timeline, recordedBy, drafts, Optional.empty(), bytes);
        return log.append(request).subscribeAsCompletionStage();
    }
}
