package dev.annals.fire;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small file system in memory, which can be full. It is mounted in a name space of its own and
 * vanishes with the process that holds that, so also when the harness is killed.
 */
final class Disk implements AutoCloseable {

    private static final String BALLAST = "ballast";
    private static final int CHUNK_BYTES = 64 * 1024;

    private final Process holder;
    private final Path folder;

    private Disk(Process holder, Path folder) {
        this.holder = holder;
        this.folder = folder;
    }

    /**
     * @param mountPoint an empty folder
     */
    static Disk mount(Path mountPoint, int megabytes) {
        String script = "mount -t tmpfs -o size=%dm tmpfs \"$0\" && echo mounted && cat";
        try {
            Files.createDirectories(mountPoint);
            Process holder =
                    new ProcessBuilder(
                                    "unshare",
                                    "--user",
                                    "--map-root-user",
                                    "--mount",
                                    "sh",
                                    "-c",
                                    script.formatted(megabytes),
                                    mountPoint.toString())
                            .redirectErrorStream(true)
                            .start();
            String answer = holder.inputReader().readLine();
            if (!"mounted".equals(answer)) {
                throw new IllegalStateException("no small file system can be mounted: " + answer);
            }
            return new Disk(holder, mountPoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the disk's own processes find it. */
    Path inside() {
        return folder;
    }

    /** Where everybody else finds it. */
    Path outside() {
        return Path.of("/proc", Long.toString(holder.pid()), "root" + folder);
    }

    /** The command, run where the disk is mounted. */
    List<String> command(List<String> command) {
        List<String> entered =
                new ArrayList<>(
                        List.of(
                                "nsenter",
                                "--target",
                                Long.toString(holder.pid()),
                                "--user",
                                "--mount",
                                "--preserve-credentials"));
        entered.addAll(command);
        return entered;
    }

    /** Leaves no room. */
    void fill() {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (var ballast = Files.newOutputStream(outside().resolve(BALLAST), CREATE, APPEND)) {
            while (true) {
                ballast.write(chunk);
            }
        } catch (IOException _) {
            // full
        }
    }

    void free() {
        try {
            Files.deleteIfExists(outside().resolve(BALLAST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing on it is kept. */
    @Override
    public void close() {
        try {
            holder.getOutputStream().close();
            if (!holder.waitFor(5, TimeUnit.SECONDS)) {
                holder.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
