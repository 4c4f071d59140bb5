package dev.annals.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Large batches beside COPY, on the service's own PostgreSQL. {@code -Dannals.speed.facts=1000000}
 * measures in earnest; by default only that the harness works is seen, since how fast a machine is
 * proves nothing.
 */
class ImportSpeedTest {

    private static final int FACTS = Integer.getInteger("annals.speed.facts", 6_000);

    @TempDir private Path folder;

    @Test
    void large_batches_are_appended_as_copy_would_write_their_rows() throws Exception {
        assertThat(ImportSpeed.run(FACTS, folder))
                .isNotEmpty()
                .allSatisfy(round -> assertThat(round.ratio()).isPositive());
    }
}
