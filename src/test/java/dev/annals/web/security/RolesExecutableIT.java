package dev.annals.web.security;

import dev.annals.testing.OneAddress;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Not among the others of its package: its issuer takes a start of its own. */
@QuarkusIntegrationTest
@RunningService
@ExtendWith(OneAddress.class)
class RolesExecutableIT extends RolesTest {}
