package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
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
                "/page.js",
                "/page.css",
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
        assertThat(Client.get("/page.js").expect(200).text())
                .doesNotContain(
                        "innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "document.write");
        assertThat(Client.get("/page.css").expect(200).header("content-type"))
                .startsWith("text/css");
        assertThat(Client.get("/page.js").header("content-type")).contains("javascript");
    }
}
