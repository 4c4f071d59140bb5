package dev.annals.verify;

import java.io.IOException;
import java.util.Optional;

/** Facts one after the other, in the order in which they are kept. */
interface FactSource {

    /** The next fact, nothing at the end. */
    Optional<FoundFact> next() throws IOException;
}
