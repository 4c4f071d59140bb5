package dev.annals.exports;

import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Nested;

/** What this package's tests say over HTTP, said to the native executable. */
@QuarkusIntegrationTest
@RunningService
class ExportsExecutableIT {

    @Nested
    class CalendarExport extends CalendarExportTest {}

    @Nested
    class Exports extends ExportsTest {}

    @Nested
    class GraphExport extends GraphExportTest {}

    @Nested
    class PopoloExport extends PopoloExportTest {}

    @Nested
    class TimelineJsExport extends TimelineJsExportTest {}
}
