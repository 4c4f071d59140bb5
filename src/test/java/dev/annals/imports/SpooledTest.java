package dev.annals.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class SpooledTest {

    private static final byte[] FILE = new byte[200_000];

    @Test
    void a_file_is_kept_whole() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        Spooled.copy(new ByteArrayInputStream(FILE), kept);
        assertThat(kept.toByteArray()).isEqualTo(FILE);
    }

    @Test
    void a_full_disk_is_the_services_own_trouble() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        assertThatThrownBy(() -> Spooled.copy(new ByteArrayInputStream(FILE), full))
                .isInstanceOf(SpoolFailure.class)
                .hasMessage("a copy of the file cannot be kept");
    }

    @Test
    void a_body_that_breaks_off_is_the_senders() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("it broke off");
                    }
                };
        assertThatThrownBy(() -> Spooled.copy(broken, OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessage("it broke off");
    }
}
