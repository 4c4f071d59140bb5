package dev.annals.boot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/**
 * The folder that holds all that the service keeps on this machine. Nobody but its owner may look
 * in.
 */
record DataFolder(Path path) {

    /** Where the settings put it; it need not be there. */
    static Path configured() {
        return Path.of(Setting.DATA.find().orElse("data")).toAbsolutePath();
    }

    /**
     * Makes the folder unless it is there.
     *
     * @throws BootFailure if it cannot be made or written
     */
    static DataFolder settle(Path path) {
        try {
            Files.createDirectories(path, onlyOwner("rwx------"));
            Path real = path.toRealPath();
            if (!Files.isWritable(real)) {
                throw new BootFailure(
                        "the folder " + real + " (ANNALS_DATA) is not writable for this user");
            }
            return new DataFolder(real);
        } catch (IOException e) {
            throw new BootFailure(
                    "the folder " + path + " (ANNALS_DATA) cannot be made or read: " + e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Access rights for a new file or folder; none where the file system does not know of them. */
    static FileAttribute<?>[] onlyOwner(String permissions) {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Gives a folder its final name, durably: after a power cut it is there whole or not at all.
     */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to);
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel parent = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
                parent.force(true);
            }
        }
    }

    /** Deletes a folder with all that is in it; what cannot be deleted stays. */
    static void delete(Path folder) throws IOException {
        try (var entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                entry.toFile().delete();
            }
        }
    }
}
