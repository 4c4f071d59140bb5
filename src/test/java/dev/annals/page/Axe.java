package dev.annals.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The accessibility rules of axe-core, WCAG 2.2 AA and its best practices. */
final class Axe {

    private static final String RUN =
            """
            async () => {
                const found = await axe.run(document, {resultTypes: ['violations']});
                return found.violations.map(v => `${v.id} (${v.impact}): ${v.help}\\n` + v.nodes.slice(0, 5)
                    .map(n => `  ${n.target.join(' ')}: ${n.failureSummary.replace(/\\s+/g, ' ')}`).join('\\n'));
            }
            """;

    private static final String SCRIPT = script();

    private Axe() {}

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void findsNothingOn(Page page) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate("() => {" + SCRIPT + "}");
        }
        assertThat((List<?>) page.evaluate(RUN)).as("what axe-core found").isEmpty();
    }
}
