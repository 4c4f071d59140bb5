package dev.annals.web;

import dev.annals.testing.OneAddress;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** What this package's tests say over HTTP, said to the native executable. */
@QuarkusIntegrationTest
@RunningService
@ExtendWith(OneAddress.class)
class WebExecutableIT {

    @Nested
    @QuarkusIntegrationTest
    class AllowedMethods extends AllowedMethodsTest {}

    @Nested
    @QuarkusIntegrationTest
    class Caching extends CachingTest {}

    @Nested
    @QuarkusIntegrationTest
    class Catalogue extends CatalogueTest {}

    @Nested
    @QuarkusIntegrationTest
    class Changes extends ChangesTest {}

    @Nested
    @QuarkusIntegrationTest
    class ChangesBetweenOracle extends ChangesBetweenOracleTest {}

    @Nested
    @QuarkusIntegrationTest
    class ChangesOnOracle extends ChangesOnOracleTest {}

    @Nested
    @QuarkusIntegrationTest
    class Compression extends CompressionTest {}

    @Nested
    @QuarkusIntegrationTest
    class ConflictKinds extends ConflictKindsTest {}

    @Nested
    @QuarkusIntegrationTest
    class Conflicts extends ConflictsTest {}

    @Nested
    @QuarkusIntegrationTest
    class Contradictions extends ContradictionsTest {}

    @Nested
    @QuarkusIntegrationTest
    class CountedPaths extends CountedPathsTest {}

    @Nested
    @QuarkusIntegrationTest
    class CrossOrigin extends CrossOriginTest {}

    @Nested
    @QuarkusIntegrationTest
    class Files extends FilesTest {}

    @Nested
    @QuarkusIntegrationTest
    class FollowerMetrics extends FollowerMetricsTest {}

    @Nested
    @QuarkusIntegrationTest
    class Known extends KnownTest {}

    @Nested
    @QuarkusIntegrationTest
    class LargeFacts extends LargeFactsTest {}

    @Nested
    @QuarkusIntegrationTest
    class LogPages extends LogPagesTest {}

    @Nested
    @QuarkusIntegrationTest
    class MalformedBody extends MalformedBodyTest {}

    @Nested
    @QuarkusIntegrationTest
    class OracleAgrees extends OracleAgreesTest {}

    @Nested
    @QuarkusIntegrationTest
    class Parameters extends ParametersTest {}

    @Nested
    @QuarkusIntegrationTest
    class PreviewOracle extends PreviewOracleTest {}

    @Nested
    @QuarkusIntegrationTest
    class RawHttp extends RawHttpTest {}

    @Nested
    @QuarkusIntegrationTest
    class Refusal extends RefusalTest {}

    @Nested
    @QuarkusIntegrationTest
    class SecurityHeaders extends SecurityHeadersTest {}

    @Nested
    @QuarkusIntegrationTest
    class Tail extends TailTest {}

    @Nested
    @QuarkusIntegrationTest
    class Timelines extends TimelinesTest {}

    @Nested
    @QuarkusIntegrationTest
    class Violations extends ViolationsTest {}

    @Nested
    @QuarkusIntegrationTest
    class Why extends WhyTest {}

    @Nested
    @QuarkusIntegrationTest
    class WhyAgrees extends WhyAgreesTest {}

    @Nested
    @QuarkusIntegrationTest
    class WhyOfTheFlagship extends WhyOfTheFlagshipTest {}
}
