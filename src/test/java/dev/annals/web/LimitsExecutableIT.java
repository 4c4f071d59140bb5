package dev.annals.web;

import dev.annals.testing.OneAddress;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Not among the others of its package: the settings of its profile take a start of their own. */
@QuarkusIntegrationTest
@RunningService
@ExtendWith(OneAddress.class)
class LimitsExecutableIT extends LimitsTest {}
