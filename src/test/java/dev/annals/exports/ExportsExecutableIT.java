package dev.annals.exports;

import dev.annals.testing.OneAddress;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** What this package's tests say over HTTP, said to the native executable. */
@QuarkusIntegrationTest
@RunningService
@ExtendWith(OneAddress.class)
class ExportsExecutableIT {

    @Nested
    @QuarkusIntegrationTest
    class CalendarExport extends CalendarExportTest {}

    @Nested
    @QuarkusIntegrationTest
    class EveryField extends EveryFieldTest {}

    @Nested
    @QuarkusIntegrationTest
    class Exports extends ExportsTest {}

    @Nested
    @QuarkusIntegrationTest
    class GraphExport extends GraphExportTest {}

    @Nested
    @QuarkusIntegrationTest
    class PopoloExport extends PopoloExportTest {}

    @Nested
    @QuarkusIntegrationTest
    class TimelineJsExport extends TimelineJsExportTest {}
}
