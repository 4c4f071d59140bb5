package dev.annals.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSecretTest {

    private Path file;

    @BeforeEach
    void name(@TempDir Path folder) {
        file = folder.resolve("write-token");
    }

    @Test
    void as_text_it_does_not_tell() {
        KeptSecret secret = KeptSecret.readOrMake(file);

        assertThat(secret.toString()).contains("write-token").doesNotContain(secret.value());
    }

    @Test
    void it_is_made_once_and_then_kept() throws IOException {
        String made = KeptSecret.readOrMake(file).value();

        assertThat(KeptSecret.readOrMake(file).value()).isEqualTo(made);
        assertThat(Files.readString(file)).isEqualTo(made + "\n");
    }

    @Test
    void it_has_256_bits_and_is_safe_in_urls() {
        assertThat(KeptSecret.readOrMake(file).value()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void no_two_are_the_same(@TempDir Path other) {
        assertThat(KeptSecret.readOrMake(file).value())
                .isNotEqualTo(KeptSecret.readOrMake(other.resolve("write-token")).value());
    }

    @Test
    void only_its_owner_reads_the_file() throws IOException {
        KeptSecret.readOrMake(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_left_empty_by_a_crash_is_filled() throws IOException {
        Files.createFile(file);

        assertThat(KeptSecret.readOrMake(file).value()).hasSize(43);
    }

    @Test
    void what_would_break_the_list_of_tokens_is_refused_and_not_repeated() throws IOException {
        Files.writeString(file, "one,root=two\n");

        assertThatExceptionOfType(BootFailure.class)
                .isThrownBy(() -> KeptSecret.readOrMake(file))
                .withMessageContaining(file.toString())
                .withMessageNotContaining("two");
    }

    @Test
    void it_does_not_show_in_logs() {
        KeptSecret secret = KeptSecret.readOrMake(file);

        assertThat(secret.toString()).doesNotContain(secret.value());
    }
}
