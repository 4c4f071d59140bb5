package dev.annals.log;

import dev.annals.testing.OneAddress;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** What this package's tests say over HTTP, said to the native executable. */
@QuarkusIntegrationTest
@RunningService
@ExtendWith(OneAddress.class)
class LogExecutableIT {

    @Nested
    @QuarkusIntegrationTest
    class Amendment extends AmendmentTest {}

    @Nested
    @QuarkusIntegrationTest
    class Append extends AppendTest {}

    @Nested
    @QuarkusIntegrationTest
    class ConcurrentAppends extends ConcurrentAppendsTest {}

    @Nested
    @QuarkusIntegrationTest
    class Condition extends ConditionTest {}

    @Nested
    @QuarkusIntegrationTest
    class HashChain extends HashChainTest {}
}
