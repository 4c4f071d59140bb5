package dev.annals.imports;

import dev.annals.log.AppendOutcome;
import dev.annals.log.Draft;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where the facts of an import go. */
public interface Appender {

    /**
     * Appends all of them or none. May fail without it being known whether it did: sent again with
     * the same ids, they land once.
     *
     * @param drafts one at least
     * @param bytes that they had in the file
     */
    CompletionStage<AppendOutcome> append(List<Draft> drafts, long bytes);
}
