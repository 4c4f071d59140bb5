package dev.annals.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What a running PostgreSQL notes in {@code postmaster.pid}. It outlives a server that was killed,
 * and its process number may by then be another's.
 */
record ServerNote(Path file, long pid, String port, String status) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty if there is none, or it is being written. */
    static Optional<ServerNote> read(Path cluster) {
        Path file = cluster.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            long pid = Long.parseLong(lines.getFirst().strip());
            return Optional.of(
                    new ServerNote(file, pid, line(lines, PORT_LINE), line(lines, STATUS_LINE)));
        } catch (IOException | NumberFormatException | NoSuchElementException _) {
            return Optional.empty();
        }
    }

    private static String line(List<String> lines, int number) {
        return lines.size() > number ? lines.get(number).strip() : "";
    }

    boolean isReady() {
        return status.equals("ready");
    }

    /** Whether the process of that number is alive and serves that very cluster. */
    boolean isTrue() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::servesCluster)
                .isPresent();
    }

    /**
     * A server works in its cluster's folder; where that cannot be seen, its arguments name the
     * folder.
     */
    private boolean servesCluster(ProcessHandle process) {
        Path cluster = file.getParent();
        try {
            return Path.of("/proc", Long.toString(pid), "cwd")
                    .toRealPath()
                    .equals(cluster.toRealPath());
        } catch (IOException _) {
            return process.info()
                    .arguments()
                    .map(List::of)
                    .orElse(List.of())
                    .contains(cluster.toString());
        }
    }

    /**
     * Only for a note that is not true: PostgreSQL would take any process of that number for the
     * server.
     */
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }
}
