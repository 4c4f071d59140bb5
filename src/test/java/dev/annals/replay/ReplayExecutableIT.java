package dev.annals.replay;

import dev.annals.testing.OneAddress;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** What this package's tests say over HTTP, said to the native executable. */
@QuarkusIntegrationTest
@RunningService
@ExtendWith(OneAddress.class)
class ReplayExecutableIT {

    @Nested
    @QuarkusIntegrationTest
    class ReplayAmongWriters extends ReplayAmongWritersTest {}

    @Nested
    @QuarkusIntegrationTest
    class ReplayFollow extends ReplayFollowTest {}

    @Nested
    @QuarkusIntegrationTest
    class ReplayOracle extends ReplayOracleTest {}

    @Nested
    @QuarkusIntegrationTest
    class ReplayOrder extends ReplayOrderTest {}

    @Nested
    @QuarkusIntegrationTest
    class ReplayPace extends ReplayPaceTest {}

    @Nested
    @QuarkusIntegrationTest
    class ReplayRefusal extends ReplayRefusalTest {}

    @Nested
    @QuarkusIntegrationTest
    class ReplayResume extends ReplayResumeTest {}
}
