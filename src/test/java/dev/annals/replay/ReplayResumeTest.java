package dev.annals.replay;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.corrected;
import static dev.annals.testing.Facts.fact;
import static dev.annals.testing.Facts.list;
import static dev.annals.testing.Facts.retracted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reader who lost the line goes on where it was. */
@QuarkusTest
@RunningService
@Timeout(30)
class ReplayResumeTest {

    private static final long HEAD = 10;

    private final String timeline = Client.timeline();
    private final ObjectNode relocated = event("1961");

    /** Every kind of place in the order: open, imprecise, at one day, corrected, retracted. */
    @BeforeEach
    void append() {
        ObjectNode wrong = event("1957-01-26");
        Client.append(
                        timeline,
                        list(
                                event("[..1953]"),
                                event("[..1960]"),
                                event("1958-03-27"),
                                event("1958-03-27"),
                                assumed("premier", "nikita-khrushchev", "1958"),
                                relocated,
                                corrected(relocated, event("1961-10-31")),
                                wrong,
                                retracted(wrong),
                                event("1953-03-05")))
                .expect(201);
    }

    @Test
    void ids_are_the_same_whatever_the_pace() {
        List<String> told = Playback.of(timeline, "speed=max").told();

        assertThat(told).hasSize(8);
        assertThat(Playback.of(timeline, "duration=PT0.3S").told()).isEqualTo(told);
        assertThat(Playback.of(timeline, "duration=PT0.7S&clock=false").told()).isEqualTo(told);
        assertThat(Playback.of(timeline, "speed=9000").told()).isEqualTo(told);
    }

    @Test
    void every_event_has_an_id_and_every_fact_one_of_its_own() {
        Playback playback = Playback.of(timeline, "duration=PT0.6S");

        assertThat(playback.events()).extracting(Playback.Seen::id).doesNotContainNull();
        assertThat(playback.facts()).extracting(Playback.Seen::id).doesNotHaveDuplicates();
    }

    @Test
    void a_replay_goes_on_from_any_event_at_any_other_pace() {
        Playback playback = Playback.of(timeline, "duration=PT1.5S");
        assertThat(playback.clocks()).isNotEmpty();

        for (int i = 0; i < playback.events().size() - 1; i++) {
            Playback.Seen after = playback.events().get(i);
            List<String> rest = playback.toldAfter(i);
            assertThat(Playback.resumed(timeline, after, "speed=max").told())
                    .as("after %s", after.told())
                    .isEqualTo(rest);
            assertThat(Playback.resumed(timeline, after, "duration=PT0.1S&clock=false").told())
                    .as("after %s, at another pace", after.told())
                    .isEqualTo(rest);
        }
    }

    @Test
    void a_replay_of_a_range_goes_on_from_any_event_and_stays_in_it() {
        String range = "from=1958-03&to=1961-09";
        Playback playback = Playback.of(timeline, "duration=PT0.9S&" + range);
        assertThat(playback.positions()).containsExactly(3L, 4L);

        for (int i = 0; i < playback.events().size() - 1; i++) {
            Playback.Seen after = playback.events().get(i);
            assertThat(Playback.resumed(timeline, after, "speed=max&" + range).told())
                    .as("after %s", after.told())
                    .isEqualTo(playback.toldAfter(i));
        }
    }

    @Test
    void a_replay_can_break_off_and_go_on_after_each_event() {
        List<String> told = Playback.of(timeline, "speed=max").told();
        Playback rest = Playback.of(timeline, "speed=max");
        for (String next : told.subList(0, told.size() - 1)) {
            Playback.Seen first = rest.events().getFirst();
            assertThat(first.told()).isEqualTo(next);
            rest = Playback.resumed(timeline, first, "speed=max");
        }
        assertThat(rest.told()).containsExactly(told.getLast());
    }

    @Test
    void what_is_known_stays_as_it_was_when_the_replay_began() {
        Playback playback = Playback.of(timeline, "duration=PT0.6S");

        Client.append(
                        timeline,
                        list(
                                event("1959"),
                                retracted(relocated),
                                corrected(relocated, event("1970"))))
                .expect(201);

        for (int i = 0; i < playback.events().size() - 1; i++) {
            Playback.Seen after = playback.events().get(i);
            assertThat(Playback.resumed(timeline, after, "speed=max").told())
                    .as("after %s", after.told())
                    .isEqualTo(playback.toldAfter(i));
        }
        assertThat(Playback.of(timeline, "speed=max&known=" + HEAD).told())
                .isEqualTo(playback.told());
        assertThat(Playback.of(timeline, "speed=max").told()).isNotEqualTo(playback.told());
    }

    @Test
    void the_id_of_an_event_says_more_than_a_known_position_in_the_query() {
        Playback playback = Playback.of(timeline, "speed=max&known=6");
        Playback.Seen first = playback.events().getFirst();

        assertThat(Playback.resumed(timeline, first, "speed=max&known=3").told())
                .isEqualTo(playback.toldAfter(0));
    }

    @Test
    void who_comes_back_after_the_end_is_told_to_stay_away() {
        String end = Playback.of(timeline, "speed=max").events().getLast().id();

        for (String query : List.of("speed=max", "", "duration=PT5S&clock=false")) {
            Answer answer =
                    Client.get(path(query), "Last-Event-ID", end, "Accept", "text/event-stream");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.bytes()).isEmpty();
        }
    }

    @Test
    void who_comes_back_after_the_end_of_an_older_history_is_told_to_stay_away() {
        String end = Playback.of(timeline, "speed=max&known=3").events().getLast().id();

        assertThat(Client.get(path("speed=max"), "Last-Event-ID", end).status()).isEqualTo(204);
    }

    @Test
    void a_cursor_of_another_range_does_not_let_in_what_lies_before_this_one() {
        Playback.Seen early = Playback.of(timeline, "speed=max").facts().get(2);
        assertThat(early.date()).isEqualTo("1953-03-05");

        assertThat(Playback.resumed(timeline, early, "speed=max&from=1958-03-27").positions())
                .containsExactly(3L, 4L, 6L);
    }

    private String path(String query) {
        return "/timelines/" + timeline + "/replay?" + query;
    }

    private static ObjectNode event(String date) {
        return fact("EventOccurred", "title", "It happened", "date", date);
    }
}
