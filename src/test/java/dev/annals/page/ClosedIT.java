package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.annals.testing.Facts.assumed;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.annals.scenarios.RunningService;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where reading is closed, the page asks for a token, and reads, plays and follows with it. */
@OnThePage
class ClosedIT {

    @Test
    void who_has_a_token_reads_and_plays_and_follows(@TempDir Path data, Visitor visitor) {
        visitor.expectsComplaint("status of 401");
        try (RunningService closed = RunningService.start(data, Map.of("ANNALS_READ", "closed"))) {
            ThePage page = new ThePage(visitor.of(closed).opens("/").page());
            assertThat(page.page().getByText("Reading is closed here")).isVisible();
            visitor.pictures("closed");
            Axe.findsNothingOn(page.page());
            opens(page, "nobody's");
            assertThat(page.page().getByText("This token does not count here")).isVisible();
            opens(page, closed.token());
            page.isThere();
            assertThat(visitor.address()).doesNotContain(closed.token());
            long before = page.day();
            page.exactly(AriaRole.BUTTON, "Play").click();
            page.page().waitForCondition(() -> page.day() > before + 20);
            page.exactly(AriaRole.BUTTON, "Pause").click();
            String facts = assumed("premier", "nobody", "1970").toString();
            assertThat(closed.append("soviet-union-1953-1964", facts, closed.token()).statusCode())
                    .isEqualTo(201);
            assertThat(page.page().getByText(Pattern.compile("Fact 637 has just been recorded")))
                    .isVisible();
            // What is still asked for needs no answer.
            page.page().navigate("about:blank");
        }
    }

    private static void opens(ThePage page, String token) {
        page.labelled("Token to read with").fill(token);
        page.exactly(AriaRole.BUTTON, "Open").click();
    }
}
