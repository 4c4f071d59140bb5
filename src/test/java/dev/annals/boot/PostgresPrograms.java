package dev.annals.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The programs of the embedded PostgreSQL, for servers that a test runs by itself. */
public final class PostgresPrograms {

    private final PostgresBinaries binaries;

    private PostgresPrograms(PostgresBinaries binaries) {
        this.binaries = binaries;
    }

    public static PostgresPrograms unpack(Path folder) {
        try {
            return new PostgresPrograms(PostgresBinaries.unpack(DataFolder.settle(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command line that starts the program itself, not a process that starts it. */
    public List<String> command(String program, String... arguments) {
        return binaries.command(program, arguments);
    }

    /** A port that nobody listens on just now, and no outgoing connection is given. */
    public static int freePort() {
        return Ports.free();
    }
}
