package dev.annals.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first view is small and quick, and kept as long as it may be. */
@OnThePage
class FirstViewIT {

    private static final long MOST_BYTES = 300_000;
    private static final double WANTED_MILLIS = 1_000;
    private static final double MOST_MILLIS = 3_000;
    private static final int TRIES = 5;

    /** Drawn: the answer and the bars are there. */
    private static final String DRAWN =
            """
            () => new Promise(done => {
                const look = () => document.querySelector('table caption') && document.querySelector('svg [role=button]')
                    ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look);
                look();
            })""";

    @Test
    void it_is_less_than_300_kilobytes(Visitor visitor) {
        List<Response> answers = new ArrayList<>();
        visitor.page().onResponse(answers::add);
        new ThePage(visitor.opens("/").page()).isThere();
        visitor.page()
                .waitForCondition(
                        () -> answers.stream().anyMatch(a -> a.url().contains("/conflicts")));
        long bytes = 0;
        for (Response answer : answers) {
            String type = answer.headers().getOrDefault("content-type", "");
            if (!type.startsWith("text/event-stream") && !answer.url().startsWith("data:")) {
                long size = answer.request().sizes().responseBodySize;
                System.out.printf("%,9d bytes  %s%n", size, answer.url());
                bytes += size;
            }
        }
        System.out.printf("%,9d bytes in all%n", bytes);
        assertThat(bytes).isPositive().isLessThan(MOST_BYTES);
    }

    /** Printed, and refused only where it is far off: a machine may be busy with other things. */
    @Test
    void it_takes_about_a_second_at_most(Visitor visitor) {
        new ThePage(visitor.opens("/").page()).isThere();
        double best = Double.MAX_VALUE;
        for (int tries = 0; tries < TRIES; tries++) {
            Page page = visitor.friend();
            page.navigate(visitor.origin() + "/");
            best = Math.min(best, ((Number) page.evaluate(DRAWN)).doubleValue());
            page.close();
        }
        System.out.printf("first view: %.0f ms, wanted %.0f%n", best, WANTED_MILLIS);
        assertThat(best).as("milliseconds to the first view").isLessThan(MOST_MILLIS);
    }

    @Test
    void what_carries_a_hash_is_kept_and_the_page_is_not(Visitor visitor) {
        List<Response> answers = new ArrayList<>();
        visitor.page().onResponse(answers::add);
        new ThePage(visitor.opens("/").page()).isThere();
        int bundled = 0;
        int pages = 0;
        for (Response answer : answers) {
            String caching = answer.headers().get("cache-control");
            if (answer.url().contains("/static/")) {
                assertThat(caching).as(answer.url()).contains("immutable");
                bundled++;
            } else if (answer.url().equals(visitor.origin() + "/")) {
                assertThat(caching).isEqualTo("no-cache");
                pages++;
            }
        }
        assertThat(bundled).as("bundled files").isPositive();
        assertThat(pages).as("pages").isPositive();
    }
}
