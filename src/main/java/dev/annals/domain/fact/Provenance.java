package dev.annals.domain.fact;

import java.util.List;
import java.util.Optional;

/** What every fact may carry beside its content: where it was read, and a note on it. */
public record Provenance(List<Source> sources, Optional<String> note) {

    public static final Provenance NONE = new Provenance(List.of(), Optional.empty());

    public Provenance {
        sources = List.copyOf(sources);
    }
}
