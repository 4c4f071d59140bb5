package dev.annals.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An issuer that is configured by half, or whose keys are none, is told before anything is served.
 */
class JwtSettingsIT {

    @TempDir private Path folder;

    private void refused(Map<String, String> settings, String... words) {
        try (ServiceProcess refused = ServiceProcess.start(folder.resolve("data"), settings)) {
            assertThat(refused.awaitExit()).isNotZero();
            assertThat(refused.output().lines().filter(line -> line.startsWith("annals: ")))
                    .singleElement()
                    .asString()
                    .contains(words);
            assertThat(refused.output()).doesNotContain("Annals answers", "\tat ");
        }
    }

    @Test
    void an_issuer_without_keys_is_told_in_one_line() {
        refused(Map.of("ANNALS_JWT_ISSUER", "https://issuer.example"), "ANNALS_JWT_KEYS");
    }

    @Test
    void a_file_without_a_key_is_told_in_one_line() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.pem"), "nothing");
        Map<String, String> settings =
                Map.of(
                        "ANNALS_JWT_ISSUER",
                        "https://issuer.example",
                        "ANNALS_JWT_KEYS",
                        keys.toString());
        refused(settings, "ANNALS_JWT_KEYS", keys.toString());
    }
}
