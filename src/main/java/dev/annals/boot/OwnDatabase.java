package dev.annals.boot;

import java.time.Duration;
import java.util.Optional;

/** The database that a service of this process works on: the operator's, or its own. */
final class OwnDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Held until the process ends. */
    private static Optional<FolderLock> folderLock = Optional.empty();

    private OwnDatabase() {}

    /**
     * Waits for the operator's database, or starts one on the data folder.
     *
     * @throws BootFailure if that cannot be
     */
    static void settle() {
        Optional<String> given = Setting.DATABASE_URL.find();
        if (given.isPresent()) {
            new DatabaseCheck(parse(given.get()), PATIENCE).run();
        } else {
            Setting.DATABASE_URL.settle(serve(DataFolder.settle(DataFolder.configured())));
        }
    }

    /** Starts a database on a folder, for as long as this process lives. */
    static String serve(DataFolder data) {
        folderLock = Optional.of(FolderLock.take(data));
        return EmbeddedDatabase.start(data);
    }

    /**
     * Where the database of a folder is served by another process; one that a killed service left
     * behind counts as well.
     */
    static Optional<String> served(DataFolder data) {
        Cluster cluster = Cluster.of(data);
        return cluster.note()
                .filter(note -> note.isTrue() && note.isReady())
                .map(note -> cluster.urlAt(Integer.parseInt(note.port())));
    }

    private static DatabaseUrl parse(String url) {
        try {
            return DatabaseUrl.parse(url);
        } catch (IllegalArgumentException e) {
            throw new BootFailure(e.getMessage());
        }
    }
}
