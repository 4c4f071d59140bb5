package dev.annals.imports;

import dev.annals.testing.OneAddress;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** What this package's tests say over HTTP, said to the native executable. */
@QuarkusIntegrationTest
@RunningService
@ExtendWith(OneAddress.class)
class ImportsExecutableIT {

    @Nested
    @QuarkusIntegrationTest
    class Imports extends ImportsTest {}

    @Nested
    @QuarkusIntegrationTest
    class Lossless extends LosslessTest {}

    @Nested
    @QuarkusIntegrationTest
    class RealFiles extends RealFilesTest {}
}
