package dev.annals.replay;

import static dev.annals.testing.Facts.event;
import static dev.annals.testing.Facts.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.EventReader;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no replay, and how the answer looks when it is one. */
@QuarkusTest
@RunningService
@Timeout(10)
class ReplayRefusalTest {

    private final String timeline = Client.timeline();

    @BeforeEach
    void append() {
        Client.append(timeline, event("It happened")).expect(201);
        Client.append(timeline, named("joseph-stalin", "Joseph Stalin")).expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duration=",
                "duration=2",
                "duration=2 minutes",
                "duration=PT0S",
                "duration=PT-2M",
                "duration=-PT2M",
                "duration=P1M",
                "duration=max",
                "duration=PT99999999999999999999S",
            })
    void a_duration_that_is_none_is_a_bad_parameter(String query) {
        assertRefused(query, "duration");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "speed=",
                "speed=0",
                "speed=-1",
                "speed=fast",
                "speed=MAX",
                "speed=NaN",
                "speed=Infinity",
                "speed=1e999",
                "speed=1,5",
                "speed=30/s",
            })
    void a_speed_that_is_none_is_a_bad_parameter(String query) {
        assertRefused(query, "speed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"speed=30d", "speed=30f", "speed=0x1p3", "speed= 30 "})
    void a_speed_as_only_java_writes_it_is_a_bad_parameter(String query) {
        assertRefused(query + "&from=1953-01-01&to=1953-01-01", "speed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"speed=30&duration=PT2M", "speed=max&duration=PT2M", "duration=x&speed=y"})
    void a_duration_and_a_speed_are_one_pace_too_many(String query) {
        assertThat(refusal(query)).contains("speed", "duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=1964&to=1953", "from=1953-03-06&to=1953-03-05"})
    void a_range_that_runs_backwards_is_a_bad_parameter(String query) {
        assertRefused(query, "to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=", "from=yesterday", "from=1958-02-29", "from=Y1"})
    void a_begin_that_is_no_date_is_a_bad_parameter(String query) {
        assertRefused(query, "from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clock=", "clock=no", "clock=TRUE", "clock=0"})
    void a_clock_flag_is_true_or_false(String query) {
        assertRefused(query, "clock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow=", "follow=yes"})
    void a_follow_flag_is_true_or_false(String query) {
        assertRefused(query, "follow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"known=-1", "known=now", "known="})
    void a_known_position_that_is_none_is_a_bad_parameter(String query) {
        assertRefused(query, "known");
    }

    @Test
    void a_known_position_past_the_head_is_unknown() {
        Client.get(path("speed=max&known=3")).problem(400, "unknown-position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "5", "2/middle", "2/1953-01-01", "2/1953-01-01/x", "-1/end"})
    void what_is_no_id_of_an_event_is_a_bad_parameter(String id) {
        assertThat(resumed(id).problem(400, "invalid-parameter").get("detail").asText())
                .contains("Last-Event-ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/1953-01-01/1", "3/end", "3/live", "9223372036854775807/../0"})
    void a_cursor_past_the_head_is_unknown(String id) {
        resumed(id).problem(400, "unknown-position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2/1953-01-01/2", "2/1953-01-01/3", "0/1953-01-01/1"})
    void a_cursor_after_a_fact_that_was_never_played_is_a_bad_parameter(String id) {
        resumed(id).problem(400, "invalid-parameter");
    }

    @Test
    void a_timeline_that_is_none_is_unknown() {
        Client.get("/timelines/atlantis/replay?speed=max").problem(404, "unknown-timeline");
        Client.get("/timelines/Atlantis/replay").problem(404, "unknown-timeline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "application/x-ndjson"})
    void a_replay_is_nothing_but_an_event_stream(String accept) {
        Client.get(path("speed=max"), "Accept", accept).problem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/*", "text/event-stream, application/json;q=0.1"})
    void whoever_takes_an_event_stream_gets_one(String accept) {
        Answer answer = Client.get(path("speed=max"), "Accept", accept).expect(200);

        assertThat(answer.header("content-type")).startsWith("text/event-stream");
    }

    @Test
    void a_refusal_is_a_problem_though_an_event_stream_was_asked_for() {
        Client.get(path("speed=0"), "Accept", "text/event-stream")
                .problem(400, "invalid-parameter");
    }

    @Test
    void nothing_but_reading_is_allowed() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            Answer answer = Client.send(method, path("speed=max"), null);
            answer.problem(405, "method-not-allowed");
            assertThat(answer.header("allow")).contains("GET", "HEAD");
        }
    }

    @Test
    void a_head_request_is_answered_without_playing() {
        for (String query : new String[] {"speed=max", "", "speed=max&follow=true"}) {
            Answer answer = Client.send("HEAD", path(query), null).expect(200);

            assertThat(answer.bytes()).isEmpty();
            assertThat(answer.header("content-type")).startsWith("text/event-stream");
        }
        assertThat(Client.send("HEAD", path("speed=0"), null).status()).isEqualTo(400);
        assertThat(Client.send("HEAD", path("speed=max"), null, "Last-Event-ID", "2/end").status())
                .isEqualTo(204);
    }

    @Test
    void a_replay_says_once_that_it_is_not_to_be_kept_by_caches() {
        try (EventReader reader = Playback.open(timeline, "speed=max")) {
            assertThat(reader.headers().allValues("cache-control"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("no-cache");
            assertThat(reader.headers().allValues("content-encoding")).isEmpty();
        }
    }

    @Test
    void a_replay_is_never_compressed() {
        try (EventReader reader = Playback.open(timeline, "speed=max", "Accept-Encoding", "gzip")) {
            assertThat(reader.next().type()).isEqualTo("fact");
        }
    }

    @Test
    void a_replay_begins_with_a_comment_and_when_to_come_back() {
        try (EventReader reader = Playback.open(timeline, "")) {
            assertThat(reader.line().orElseThrow()).startsWith(":");
            assertThat(reader.line()).contains("retry: 2000");
        }
    }

    private void assertRefused(String query, String parameter) {
        assertThat(refusal(query)).startsWith(parameter + " ");
    }

    private String refusal(String query) {
        return Client.get(path(query.replace(" ", "%20").replace("/s", "%2Fs")))
                .problem(400, "invalid-parameter")
                .get("detail")
                .textValue();
    }

    private Answer resumed(String id) {
        return Client.get(path("speed=max"), "Last-Event-ID", id);
    }

    private String path(String query) {
        return "/timelines/" + timeline + "/replay?" + query;
    }
}
