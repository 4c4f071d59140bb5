package dev.annals.web.security;

import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Nested;

/** What this package's tests say over HTTP, said to the native executable. */
@QuarkusIntegrationTest
@RunningService
class SecurityExecutableIT {

    @Nested
    class AuthorizationHeader extends AuthorizationHeaderTest {}

    @Nested
    class ClosedReading extends ClosedReadingTest {}

    @Nested
    class IssuedTokens extends IssuedTokensTest {}

    @Nested
    class KeyServerGone extends KeyServerGoneTest {}

    @Nested
    class Roles extends RolesTest {}
}
