package dev.annals.web;

import static dev.annals.testing.Facts.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.annals.testing.Client;
import dev.annals.testing.EventReader;
import dev.annals.testing.Metrics;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those who follow move in the metrics, as an operator sees it. */
@QuarkusTest
@RunningService
@Timeout(60)
class FollowerMetricsTest {

    private static final String FROM_TABLE = "annals_followers_pages_total{from=\"table\"}";
    private static final String FROM_MEMORY = "annals_followers_pages_total{from=\"memory\"}";

    private final String timeline = Client.timeline();
    private final String facts = "/timelines/" + timeline + "/facts";

    @Test
    void who_comes_and_goes_is_counted_and_what_he_is_given() {
        Metrics.await("annals_followers", all -> all == 0);
        Client.append(timeline, event("before")).expect(201);
        Metrics before = Metrics.now();
        try (EventReader one = EventReader.open(facts);
                EventReader other = EventReader.open(facts)) {
            assertThat(one.next().id()).isEqualTo("1");
            assertThat(other.next().id()).isEqualTo("1");
            assertThat(Metrics.now().value("annals_followers")).isEqualTo(2);
            assertThat(Metrics.now().value("annals_followers_timelines")).isEqualTo(1);
            assertThat(Metrics.now().value("annals_streams_open")).isEqualTo(2);

            Metrics caughtUp = Metrics.now();
            Client.append(timeline, event("after")).expect(201);
            assertThat(one.next().id()).isEqualTo("2");
            assertThat(other.next().id()).isEqualTo("2");
            assertThat(caughtUp.growth(FROM_MEMORY)).isEqualTo(2);
            Metrics.await("annals_followers_lag_facts", lag -> lag == 0);
        }
        try (EventReader filtered = EventReader.open(facts + "?type=EventOccurred")) {
            assertThat(filtered.next().id()).isEqualTo("1");
            assertThat(before.growth(FROM_TABLE)).isPositive();
        }
        Metrics.await("annals_followers", all -> all == 0);
        Metrics.await("annals_followers_timelines", all -> all == 0);
        Metrics.await("annals_streams_open", all -> all == 0);
    }

    @Test
    void who_does_not_read_lags() throws IOException {
        ArrayNode large = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 400; i++) {
            large.add(event("x").put("note", "n".repeat(19_000)));
        }
        Client.append(timeline, large).expect(201);
        try (RawConnection stalled = new RawConnection()) {
            stalled.head("GET " + facts + " HTTP/1.1", "Host: a", "Accept: text/event-stream");
            Metrics.await("annals_followers_lag_facts", lag -> lag > 100 && lag < 400);
        }
        Metrics.await("annals_followers_lag_facts", lag -> lag == 0);
    }
}
