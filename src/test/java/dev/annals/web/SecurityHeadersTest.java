package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.PageFiles;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers are told not to guess, not to frame and not to run what is not the page's own. */
@QuarkusTest
@RunningService
class SecurityHeadersTest {

    private static final Pattern SCRIPT =
            Pattern.compile("<script(?![^>]*\\bsrc=)|\\son\\w+=|javascript:");
    private static final Pattern STYLE = Pattern.compile("<style|\\sstyle=");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/timelines",
                "/timelines/none",
                "/timelines/soviet-union-1953-1964/facts",
                "/nope",
                "/q/nope",
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui/"
            })
    void every_answer_has_them(String path) {
        Answer answer = Client.get(path);
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
        assertThat(answer.headers().allValues("content-security-policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'", "base-uri 'none'");
    }

    @Test
    void an_event_stream_has_them_too() {
        try (var events =
                dev.annals.testing.EventReader.open("/timelines/soviet-union-1953-1964/facts")) {
            assertThat(events.headers().firstValue("x-content-type-options")).contains("nosniff");
        }
    }

    @Test
    void the_page_holds_nothing_that_its_policy_forbids() {
        Answer page = Client.get("/").expect(200);
        String policy = page.header("content-security-policy");
        assertThat(policy).doesNotContain("unsafe", "*", "http:", "https:");
        assertThat(page.text()).doesNotContainPattern(SCRIPT).doesNotContainPattern(STYLE);
        Answer script = Client.get(PageFiles.script()).expect(200);
        assertThat(script.header("content-type")).contains("javascript");
        assertThat(script.header("x-content-type-options")).isEqualTo("nosniff");
        Answer styles = Client.get(PageFiles.styles()).expect(200);
        assertThat(styles.header("content-type")).startsWith("text/css");
    }

    @Test
    void what_is_named_after_its_content_is_kept_for_ever_and_the_page_is_asked_for_anew() {
        assertThat(Client.get(PageFiles.script()).expect(200).header("cache-control"))
                .contains("immutable");
        assertThat(Client.get("/").header("cache-control")).isEqualTo("no-cache");
        assertThat(Client.get("/static/bundle/none.js").header("cache-control"))
                .isEqualTo("no-store");
    }

    /** The libraries set templates of their own making; the page's own modules set none at all. */
    @Test
    void no_module_of_the_page_writes_markup() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/web"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain(
                                "innerHTML",
                                "outerHTML",
                                "insertAdjacentHTML",
                                "unsafeHTML",
                                "eval(",
                                "document.write");
            }
        }
    }
}
