package dev.annals.replay;

import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Nested;

/** What this package's tests say over HTTP, said to the native executable. */
@QuarkusIntegrationTest
@RunningService
class ReplayExecutableIT {

    @Nested
    class ReplayAmongWriters extends ReplayAmongWritersTest {}

    @Nested
    class ReplayFollow extends ReplayFollowTest {}

    @Nested
    class ReplayOracle extends ReplayOracleTest {}

    @Nested
    class ReplayOrder extends ReplayOrderTest {}

    @Nested
    class ReplayPace extends ReplayPaceTest {}

    @Nested
    class ReplayRefusal extends ReplayRefusalTest {}

    @Nested
    class ReplayResume extends ReplayResumeTest {}
}
