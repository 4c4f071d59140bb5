package dev.annals.replay;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.corrected;
import static dev.annals.testing.Facts.fact;
import static dev.annals.testing.Facts.id;
import static dev.annals.testing.Facts.list;
import static dev.annals.testing.Facts.named;
import static dev.annals.testing.Facts.retracted;
import static dev.annals.testing.Facts.vacated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Which facts a replay tells, and in which order. */
@QuarkusTest
@RunningService
class ReplayOrderTest {

    private static final int MANY = 600;

    private final String timeline = Client.timeline();

    @Test
    void facts_come_by_earliest_day_then_latest_day_then_position() {
        append(
                event("1958-03-27"),
                event("1958"),
                event("1953-03-05"),
                event("1958-03-27"),
                event("1958-01-01"),
                event("[1953-03-05..1953-03-06]"),
                event("-0044-03-15"),
                event("Y17000"));

        assertThat(play("").positions()).containsExactly(7L, 3L, 6L, 5L, 2L, 1L, 4L, 8L);
    }

    @Test
    void facts_without_an_earliest_day_come_first_when_the_range_is_the_timelines_own() {
        append(event("1953"), event("[..1960]"), event("../1950"), event("/2000"));

        Playback playback = play("");

        assertThat(playback.positions()).containsExactly(3L, 2L, 4L, 1L);
        assertThat(playback.facts().getFirst().data().get("date").isNull()).isTrue();
        assertThat(play("to=1953").positions()).containsExactly(3L, 2L, 4L, 1L);
    }

    @Test
    void facts_without_an_earliest_day_stay_away_when_a_begin_is_given() {
        append(event("1953"), event("[..1960]"), event("/2000"));

        assertThat(play("from=-9999").positions()).containsExactly(1L);
    }

    @Test
    void a_range_holds_the_facts_whose_earliest_day_lies_in_it() {
        append(
                event("1953-03-04"),
                event("1953-03-05"),
                event("1953"),
                event("1953-03-05/2000"),
                event("1964-10-15"),
                event("1964-10-16"));

        assertThat(play("from=1953-03-05&to=1964-10-15").positions()).containsExactly(2L, 4L, 5L);
        assertThat(play("from=1953-03-05").positions()).containsExactly(2L, 4L, 5L, 6L);
        assertThat(play("to=1953-03-04").positions()).containsExactly(3L, 1L);
        assertThat(play("from=1953&to=1953").positions()).containsExactly(3L, 1L, 2L, 4L);
    }

    @Test
    void a_range_runs_from_the_earliest_day_of_its_begin_to_the_latest_of_its_end() {
        append(event("1953-01-01"), event("1953-12-31"), event("1954-01-01"));

        Playback playback = play("from=1953&to=1953");

        assertThat(playback.positions()).containsExactly(1L, 2L);
        assertThat(playback.events().getLast().date()).isEqualTo("1953-12-31");
    }

    @Test
    void a_range_beside_the_timelines_own_tells_nothing_but_its_end() {
        append(event("1953"));

        assertThat(play("from=1970&to=1980").told()).hasSize(1);
        assertThat(play("from=1970").told()).hasSize(1);
        assertThat(play("to=1900").told()).hasSize(1);
    }

    @Test
    void an_empty_timeline_tells_nothing_but_its_end() {
        assertThat(play("").told()).hasSize(1);
        append(named("joseph-stalin", "Joseph Stalin"));
        assertThat(play("").told()).hasSize(1);
    }

    @Test
    void a_fact_is_told_with_all_that_the_log_says_of_it() {
        append(event("1953-03-05"));

        JsonNode told = play("").facts().getFirst().fact();
        JsonNode logged = Client.ask(timeline, "facts").get("facts").get(0);

        assertThat(told).isEqualTo(logged);
    }

    @Test
    void facts_of_one_day_are_told_once_each_however_many() {
        List<ObjectNode> facts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            facts.add(event("1958-03-27"));
        }
        append(facts.toArray(ObjectNode[]::new));
        append(
                facts.stream()
                        .skip(100)
                        .limit(300)
                        .map(f -> corrected(f, f))
                        .toArray(ObjectNode[]::new));

        Playback playback = play("");

        assertThat(playback.positions())
                .isEqualTo(LongStream.rangeClosed(1, MANY).boxed().toList());
        for (int i : new int[] {0, 63, 64, 254, 255, 256, 511, MANY - 1}) {
            Playback rest = Playback.resumed(timeline, playback.events().get(i), "speed=max");
            assertThat(rest.told()).isEqualTo(playback.toldAfter(i));
        }
    }

    @Test
    void what_has_no_date_is_not_told() {
        append(
                named("joseph-stalin", "Joseph Stalin"),
                fact("OfficeDescribed", "office", "premier", "title", "Premier"),
                event("1953"));

        assertThat(play("").positions()).containsExactly(3L);
    }

    @Test
    void a_corrected_fact_is_told_once_with_its_new_content_under_its_own_id_and_position() {
        ObjectNode removed = event("1961");
        append(event("1961-06-01"), removed, corrected(removed, event("1961-10-31")));

        List<Playback.Seen> facts = play("").facts();

        assertThat(play("").positions()).containsExactly(1L, 2L);
        assertThat(facts.get(1).fact().get("id").textValue()).isEqualTo(id(removed));
        assertThat(facts.get(1).fact().get("type").textValue()).isEqualTo("EventOccurred");
        assertThat(facts.get(1).fact().get("date").textValue()).isEqualTo("1961-10-31");
        assertThat(facts.get(1).fact().get("earliest").textValue()).isEqualTo("1961-10-31");
        assertThat(facts.get(1).date()).isEqualTo("1961-10-31");
    }

    @Test
    void a_correction_can_take_a_fact_out_of_the_range_and_into_it() {
        ObjectNode leaves = event("1958");
        ObjectNode enters = event("1900");
        append(leaves, enters, corrected(leaves, event("1900")), corrected(enters, event("1958")));

        assertThat(play("from=1958&to=1958").positions()).containsExactly(2L);
        assertThat(play("from=1958&to=1958&known=2").positions()).containsExactly(1L);
    }

    @Test
    void a_retracted_fact_is_not_told() {
        ObjectNode wrong = event("1953-09-13");
        append(wrong, event("1953-09-07"), retracted(wrong));

        assertThat(play("").positions()).containsExactly(2L);
        assertThat(play("known=2").positions()).containsExactly(2L, 1L);
    }

    @Test
    void a_retraction_that_is_itself_retracted_takes_nothing_away() {
        ObjectNode event = event("1953");
        ObjectNode retraction = retracted(event);
        append(event, retraction, retracted(retraction));

        assertThat(play("").positions()).containsExactly(1L);
        assertThat(play("known=2").positions()).isEmpty();
    }

    @Test
    void history_is_told_as_it_was_known_at_a_position_and_at_an_instant() {
        ObjectNode assumed = assumed("premier", "georgy-malenkov", "1953-03-06");
        append(assumed);
        String instant =
                Client.get("/timelines/" + timeline + "/facts")
                        .json()
                        .at("/facts/0/recordedAt")
                        .textValue();
        append(corrected(assumed, assumed("premier", "georgy-malenkov", "1953-03-05")));

        assertThat(dates("known=1")).containsExactly("1953-03-06");
        assertThat(dates("known=" + instant)).containsExactly("1953-03-06");
        assertThat(dates("known=2")).containsExactly("1953-03-05");
        assertThat(dates("")).containsExactly("1953-03-05");
        assertThat(dates("known=0")).isEmpty();
    }

    @Test
    void a_fact_tells_the_spans_that_it_ends_and_those_that_it_begins() {
        append(
                assumed("premier", "nikolai-bulganin", "1955-02-08"),
                vacated("premier", "nikolai-bulganin", "1958-03-27"),
                assumed("premier", "nikita-khrushchev", "1958-03-27"));

        List<Playback.Seen> facts = play("").facts();

        assertThat(people(facts.get(0), "began")).containsExactly("nikolai-bulganin");
        assertThat(people(facts.get(0), "ended")).isEmpty();
        assertThat(people(facts.get(1), "began")).isEmpty();
        assertThat(people(facts.get(1), "ended")).containsExactly("nikolai-bulganin");
        assertThat(people(facts.get(2), "began")).containsExactly("nikita-khrushchev");
        assertThat(people(facts.get(2), "ended")).isEmpty();
    }

    private void append(ObjectNode... facts) {
        Client.append(timeline, list(facts)).expect(201);
    }

    private static ObjectNode event(String date) {
        return fact("EventOccurred", "title", "It happened", "date", date);
    }

    private Playback play(String query) {
        return Playback.of(timeline, "speed=max&" + query);
    }

    private List<String> dates(String query) {
        return play(query).facts().stream().map(Playback.Seen::date).toList();
    }

    private static List<String> people(Playback.Seen seen, String turn) {
        return StreamSupport.stream(seen.data().get(turn).spliterator(), false)
                .map(span -> span.get("person").textValue())
                .toList();
    }
}
