package dev.annals.log;

import java.util.List;
import java.util.Optional;

/** Facts to be appended together or not at all. */
public record AppendRequest(
        String timeline, String recordedBy, List<Draft> drafts, Optional<Condition> condition) {}
