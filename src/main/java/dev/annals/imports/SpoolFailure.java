package dev.annals.imports;

import java.io.IOException;

/** The service cannot keep a copy of a file while it is imported: its own trouble. */
public final class SpoolFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    SpoolFailure(IOException cause) {
        super("a copy of the file cannot be kept", cause);
    }
}
