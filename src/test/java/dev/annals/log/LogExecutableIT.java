package dev.annals.log;

import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Nested;

/** What this package's tests say over HTTP, said to the native executable. */
@QuarkusIntegrationTest
@RunningService
class LogExecutableIT {

    @Nested
    class Amendment extends AmendmentTest {}

    @Nested
    class Append extends AppendTest {}

    @Nested
    class ConcurrentAppends extends ConcurrentAppendsTest {}

    @Nested
    class Condition extends ConditionTest {}

    @Nested
    class HashChain extends HashChainTest {}
}
