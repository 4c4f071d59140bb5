package dev.annals.boot;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of the service's own database, which PostgreSQL calls a cluster. Its superuser has a
 * made password, asked for on every connection: whoever else is on this machine reaches the port as
 * well.
 */
record Cluster(Path folder, KeptSecret password) {

    private static final String USER = "postgres";
    private static final String FOLDER = "postgres";

    /** Whether a data folder holds a cluster. */
    static boolean isIn(Path data) {
        return Files.isDirectory(data.resolve(FOLDER));
    }

    /** The cluster that is there. */
    static Cluster of(DataFolder data) {
        KeptSecret password = KeptSecret.readOrMake(data.resolve("postgres-password"));
        return new Cluster(data.resolve(FOLDER), password);
    }

    /** Makes the cluster unless it is there. */
    static Cluster settle(DataFolder data, PostgresBinaries binaries) throws IOException {
        Cluster cluster = of(data);
        if (!isIn(data.path())) {
            removeUnfinished(data);
            make(data, binaries, cluster.password(), cluster.folder());
        }
        return cluster;
    }

    /** What a start that was killed left behind; nothing was ever stored in it. */
    private static void removeUnfinished(DataFolder data) throws IOException {
        try (var unfinished = Files.newDirectoryStream(data.path(), "unfinished-postgres-*")) {
            for (Path folder : unfinished) {
                DataFolder.delete(folder);
            }
        }
    }

    /** Made under another name and then renamed, so that one half made is never started. */
    private static void make(
            DataFolder data, PostgresBinaries binaries, KeptSecret password, Path folder)
            throws IOException {
        Path unfinished = Files.createTempDirectory(data.path(), "unfinished-postgres-");
        List<String> command =
                binaries.command(
                        "initdb",
                        "--pgdata=" + unfinished,
                        "--username=" + USER,
                        "--pwfile=" + password.file(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF-8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8");
        Process initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread ending = Thread.ofPlatform().unstarted(initdb::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = initdb.onExit().join().exitValue();
        Runtime.getRuntime().removeShutdownHook(ending);
        if (code != 0) {
            DataFolder.delete(unfinished);
            throw new BootFailure(
                    "PostgreSQL made no database in " + data.path() + ": " + reason(output));
        }
        DataFolder.rename(unfinished, folder);
    }

    private static String reason(String output) {
        return output.lines()
                .filter(line -> line.contains("error:") || line.contains("FATAL"))
                .findFirst()
                .orElse(output.strip());
    }

    /** The process that serves the cluster, or was left serving it, by its own note. */
    Optional<ServerNote> note() {
        return ServerNote.read(folder);
    }

    /** As {@code ANNALS_DATABASE_URL} has it. */
    String urlAt(int port) {
        String encoded = URLEncoder.encode(password.value(), StandardCharsets.UTF_8);
        return "postgresql://"
                + USER
                + ":"
                + encoded
                + "@"
                + Server.HOST
                + ":"
                + port
                + "/postgres";
    }
}
