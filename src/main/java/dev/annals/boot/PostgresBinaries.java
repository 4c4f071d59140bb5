package dev.annals.boot;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked from the service's own libraries into its data folder: a
 * shared temporary folder is swept by the system, and what others put there first must not be run.
 */
record PostgresBinaries(Path folder) {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /**
     * Unpacks into a folder named by the archive's hash, unless it is there; those of other
     * releases go.
     */
    static PostgresBinaries unpack(DataFolder data) throws IOException {
        byte[] archive = archive();
        Path all =
                Files.createDirectories(
                        data.resolve("postgres-binaries"), DataFolder.onlyOwner("rwx------"));
        Path wanted = all.resolve(hash(archive));
        if (!Files.isDirectory(wanted)) {
            try (var others = Files.list(all)) {
                for (Path other : others.toList()) {
                    DataFolder.delete(other);
                }
            }
            Path unfinished = Files.createTempDirectory(all, "unfinished-");
            unpack(archive, unfinished);
            DataFolder.rename(unfinished, wanted);
        }
        return new PostgresBinaries(wanted);
    }

    /**
     * A command line. PostgreSQL refuses to run as root, so root hands it a user namespace of its
     * own.
     */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * A command line for a process that Ctrl-C in the terminal does not reach, where there is a
     * way.
     */
    List<String> detachedCommand(String program, String... arguments) {
        List<String> command = command(program, arguments);
        if (Files.isExecutable(SETSID)) {
            command.addFirst(SETSID.toString());
        }
        return command;
    }

    private static byte[] archive() throws IOException {
        try (InputStream in =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        system(), System.getProperty("os.arch"))) {
            return in.readAllBytes();
        } catch (IllegalStateException _) {
            throw new BootFailure(
                    "this build holds no PostgreSQL for "
                            + system()
                            + " on "
                            + System.getProperty("os.arch")
                            + "; set ANNALS_DATABASE_URL");
        }
    }

    private static String system() {
        String name = System.getProperty("os.name");
        return name.startsWith("Mac") ? "Darwin" : name.startsWith("Windows") ? "Windows" : name;
    }

    private static String hash(byte[] archive) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (var entries =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                unpack(entry, entries, folder.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, target);
            target.toFile().setExecutable((entry.getMode() & 0100) != 0);
            flush(target);
        }
    }

    /**
     * A program half written when the power went would stay broken, since its folder has the final
     * name.
     */
    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(false);
        }
    }
}
