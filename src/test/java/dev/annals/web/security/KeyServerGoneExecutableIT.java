package dev.annals.web.security;

import dev.annals.testing.OneAddress;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Not among the others of its package: the keys it asks for take a start of its own. */
@QuarkusIntegrationTest
@RunningService
@ExtendWith(OneAddress.class)
class KeyServerGoneExecutableIT extends KeyServerGoneTest {}
