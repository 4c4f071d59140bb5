package dev.annals.boot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Keeps a second service off a data folder. The lock is the operating system's: it goes with the
 * process, however that ends, so a lock file that was left behind locks nobody out.
 */
final class FolderLock implements AutoCloseable {

    private final FileLock lock;

    private FolderLock(FileLock lock) {
        this.lock = lock;
    }

    /**
     * @throws BootFailure if another service holds the folder
     */
    static FolderLock take(DataFolder folder) {
        Path file = folder.resolve("lock");
        try {
            FileChannel channel =
                    FileChannel.open(
                            file,
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            DataFolder.onlyOwner("rw-------"));
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new BootFailure(
                        "the folder "
                                + folder.path()
                                + " is in use by another Annals"
                                + holder(file)
                                + "; end that one, or set ANNALS_DATA to another folder");
            }
            noteHolder(channel);
            return new FolderLock(lock);
        } catch (IOException e) {
            throw new BootFailure("the folder " + folder.path() + " cannot be locked: " + e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // held by this process
        }
    }

    private static void noteHolder(FileChannel channel) throws IOException {
        String pid = ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static String holder(Path file) throws IOException {
        String pid = Files.readString(file).strip();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
