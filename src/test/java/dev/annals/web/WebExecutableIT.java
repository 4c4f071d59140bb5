package dev.annals.web;

import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Nested;

/** What this package's tests say over HTTP, said to the native executable. */
@QuarkusIntegrationTest
@RunningService
class WebExecutableIT {

    @Nested
    class AllowedMethods extends AllowedMethodsTest {}

    @Nested
    class Caching extends CachingTest {}

    @Nested
    class Catalogue extends CatalogueTest {}

    @Nested
    class Changes extends ChangesTest {}

    @Nested
    class ChangesBetweenOracle extends ChangesBetweenOracleTest {}

    @Nested
    class ChangesOnOracle extends ChangesOnOracleTest {}

    @Nested
    class Compression extends CompressionTest {}

    @Nested
    class ConflictKinds extends ConflictKindsTest {}

    @Nested
    class Conflicts extends ConflictsTest {}

    @Nested
    class Contradictions extends ContradictionsTest {}

    @Nested
    class CountedPaths extends CountedPathsTest {}

    @Nested
    class CrossOrigin extends CrossOriginTest {}

    @Nested
    class Files extends FilesTest {}

    @Nested
    class Known extends KnownTest {}

    @Nested
    class LargeFacts extends LargeFactsTest {}

    @Nested
    class Limits extends LimitsTest {}

    @Nested
    class LogPages extends LogPagesTest {}

    @Nested
    class MalformedBody extends MalformedBodyTest {}

    @Nested
    class OracleAgrees extends OracleAgreesTest {}

    @Nested
    class Parameters extends ParametersTest {}

    @Nested
    class PreviewOracle extends PreviewOracleTest {}

    @Nested
    class RawHttp extends RawHttpTest {}

    @Nested
    class Refusal extends RefusalTest {}

    @Nested
    class SecurityHeaders extends SecurityHeadersTest {}

    @Nested
    class Tail extends TailTest {}

    @Nested
    class Timelines extends TimelinesTest {}

    @Nested
    class Violations extends ViolationsTest {}

    @Nested
    class Why extends WhyTest {}

    @Nested
    class WhyAgrees extends WhyAgreesTest {}

    @Nested
    class WhyOfTheFlagship extends WhyOfTheFlagshipTest {}
}
