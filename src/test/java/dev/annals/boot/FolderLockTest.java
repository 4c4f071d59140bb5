package dev.annals.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir private Path folder;

    @Test
    void a_folder_is_held_by_one_at_a_time() throws IOException {
        DataFolder data = DataFolder.settle(folder);
        String self = Long.toString(ProcessHandle.current().pid());
        try (FolderLock held = FolderLock.take(data)) {
            assertThat(held).isNotNull();
            assertThatExceptionOfType(BootFailure.class)
                    .isThrownBy(() -> FolderLock.take(data))
                    .withMessageContaining(data.path().toString())
                    .withMessageContaining("in use")
                    .withMessageContaining(self)
                    .withMessageNotContaining("\n");
        }
        FolderLock.take(data).close();
    }

    @Test
    void a_lock_file_left_behind_locks_nobody_out() throws IOException {
        Files.writeString(folder.resolve("lock"), "1\n");

        FolderLock.take(DataFolder.settle(folder)).close();
    }

    @Test
    void a_new_folder_is_closed_to_others() throws IOException {
        DataFolder data = DataFolder.settle(folder.resolve("deep/data"));

        assertThat(Files.getPosixFilePermissions(data.path())).hasSize(3);
    }

    @Test
    void a_file_in_its_place_is_told_in_one_line() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));

        assertThatExceptionOfType(BootFailure.class)
                .isThrownBy(() -> DataFolder.settle(file))
                .withMessageContaining(file.toString())
                .withMessageNotContaining("\n");
    }
}
