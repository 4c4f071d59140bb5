package dev.annals.web;

import static dev.annals.testing.Client.get;
import static dev.annals.testing.Client.put;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningService
class TimelinesTest {

    private final String id = "t-" + UUID.randomUUID();

    @Test
    void put_opens_a_timeline_and_renames_it_the_next_time() {
        JsonNode opened =
                put("/timelines/" + id, "{\"title\": \"One\", \"description\": \"d\"}")
                        .expect(201)
                        .json();
        assertThat(opened).isEqualTo(get("/timelines/" + id).expect(200).json());
        assertThat(opened.get("title").textValue()).isEqualTo("One");
        assertThat(opened.get("description").textValue()).isEqualTo("d");
        Client.append(id, Facts.event("x")).expect(201);
        JsonNode renamed = put("/timelines/" + id, "{\"title\": \"Two\"}").expect(200).json();
        assertThat(renamed.get("title").textValue()).isEqualTo("Two");
        assertThat(renamed.get("description").isNull()).isTrue();
        assertThat(renamed.get("facts").longValue()).isEqualTo(1);
    }

    @Test
    void an_id_is_a_slug() {
        String body = "{\"title\": \"t\"}";
        for (String bad :
                List.of(
                        "Upper",
                        "under_score",
                        "-a",
                        "a-",
                        "a--b",
                        "a".repeat(129),
                        "%C3%A4",
                        "a.b")) {
            put("/timelines/" + bad, body).problem(400, "invalid-parameter");
        }
        put("/timelines/" + "a".repeat(128), body).expect(201);
    }

    @Test
    void what_is_wrong_with_a_title_is_told() {
        Answer answer =
                put("/timelines/" + id, "{\"title\": \"\", \"description\": 7, \"x/y\": 1}");
        answer.problem(422, "invalid-facts");
        assertThat(answer.pointers()).containsExactlyInAnyOrder("/title", "/description", "/x~1y");
        assertThat(put("/timelines/" + id, "{}").pointers()).containsExactly("/title");
        assertThat(put("/timelines/" + id, "[]").pointers()).containsExactly("");
        put("/timelines/" + id, "{\"title\": \"" + "x".repeat(501) + "\"}").expect(422);
        get("/timelines/" + id).problem(404, "unknown-timeline");
    }

    @Test
    void a_timeline_tells_its_head_and_the_days_between_which_it_plays() {
        Client.put("/timelines/" + id, "{\"title\": \"t\"}").expect(201);
        JsonNode empty = get("/timelines/" + id).json();
        assertThat(empty.get("facts").longValue()).isZero();
        assertThat(empty.get("earliest").isNull()).isTrue();
        assertThat(empty.get("latest").isNull()).isTrue();
        var first = Facts.assumed("premier", "stalin", "1941-05");
        Client.append(
                        id,
                        Facts.list(
                                first,
                                Facts.assumed("premier", "malenkov", "[..1953-03-06]"),
                                Facts.event("x").put("date", "1964-10-14")))
                .expect(201);
        assertThat(days()).containsExactly("1941-05-01", "1964-10-14");
        Client.append(id, Facts.corrected(first, Facts.assumed("premier", "stalin", "1941-06")))
                .expect(201);
        assertThat(days()).containsExactly("1941-06-01", "1964-10-14");
        Client.append(id, Facts.retracted(first)).expect(201);
        assertThat(days()).containsExactly("1953-03-06", "1964-10-14");
    }

    private List<String> days() {
        JsonNode timeline = get("/timelines/" + id).json();
        return List.of(timeline.get("earliest").textValue(), timeline.get("latest").textValue());
    }

    @Test
    void timelines_are_listed_by_id() {
        put("/timelines/" + id, "{\"title\": \"t\"}").expect(201);
        JsonNode list = get("/timelines").expect(200).json().get("timelines");
        List<String> ids = list.findValuesAsText("id");
        assertThat(ids).contains(id, "soviet-union-1953-1964").isSorted();
        list.forEach(
                timeline ->
                        assertThat(timeline.properties().stream().map(java.util.Map.Entry::getKey))
                                .contains(
                                        "id",
                                        "title",
                                        "description",
                                        "facts",
                                        "earliest",
                                        "latest"));
    }
}
