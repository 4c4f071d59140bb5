package dev.annals.log;

import java.util.List;
import java.util.Optional;

/**
 * Facts to be appended together or not at all.
 *
 * @param sizeBytes of the request as it was sent: a measure of the memory that it holds
 */
public record AppendRequest(
        String timeline,
        String recordedBy,
        List<Draft> drafts,
        Optional<Condition> condition,
        long sizeBytes) {}
