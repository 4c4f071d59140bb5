package dev.annals.replay;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.corrected;
import static dev.annals.testing.Facts.fact;
import static dev.annals.testing.Facts.list;
import static dev.annals.testing.Facts.named;
import static dev.annals.testing.Facts.retracted;
import static dev.annals.testing.Facts.vacated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Client;
import dev.annals.testing.EventReader;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A replay that goes on with what is appended. */
@QuarkusTest
@RunningService
@Timeout(10)
class ReplayFollowTest {

    private static final String FOLLOW = "speed=max&follow=true&from=1900&to=2000";

    private final String timeline = Client.timeline();

    @Test
    void facts_appended_meanwhile_are_told_as_they_come() {
        append(event("1958"));
        try (EventReader reader = open(FOLLOW)) {
            assertThat(next(reader).position()).isEqualTo(1);
            append(event("1964"));
            append(event("1953"));

            assertThat(next(reader).position()).isEqualTo(2);
            assertThat(next(reader).position()).isEqualTo(3);
        }
    }

    @Test
    void what_was_appended_while_history_was_played_is_told_after_it() {
        append(event("1953"), event("1964"));
        try (EventReader reader = open("duration=PT0.5S&clock=false&follow=true")) {
            Playback.Seen first = next(reader);
            append(event("1958"));

            assertThat(first.position()).isEqualTo(1);
            assertThat(next(reader).position()).isEqualTo(2);
            assertThat(next(reader).position()).isEqualTo(3);
        }
    }

    @Test
    void an_older_history_goes_on_with_what_was_learnt_since() {
        append(event("1953"), event("1964"), event("1958"));

        try (EventReader reader = open(FOLLOW + "&known=1")) {
            assertThat(positions(reader, 3)).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void a_live_fact_tells_the_spans_that_it_begins_and_ends() {
        append(assumed("premier", "nikita-khrushchev", "1958-03-27"));
        try (EventReader reader = open(FOLLOW)) {
            next(reader);
            append(vacated("premier", "nikita-khrushchev", "1964-10-15"));
            Playback.Seen vacated = next(reader);

            assertThat(vacated.date()).isEqualTo("1964-10-15");
            assertThat(vacated.data().at("/ended/0/person").textValue())
                    .isEqualTo("nikita-khrushchev");
            assertThat(vacated.data().at("/ended/0/until/date").textValue())
                    .isEqualTo("1964-10-15");
            assertThat(vacated.data().get("began")).isEmpty();
        }
    }

    @Test
    void a_correction_is_told_as_the_fact_with_its_new_content_under_its_own_position() {
        ObjectNode relocated = event("1961");
        append(relocated);
        try (EventReader reader = open(FOLLOW)) {
            next(reader);
            append(corrected(relocated, event("1961-10-31")));
            Playback.Seen told = next(reader);

            assertThat(told.position()).isEqualTo(1);
            assertThat(told.fact().get("id")).isEqualTo(relocated.get("id"));
            assertThat(told.fact().get("date").textValue()).isEqualTo("1961-10-31");
            assertThat(told.date()).isEqualTo("1961-10-31");
        }
    }

    @Test
    void a_retracted_correction_gives_the_fact_its_old_content_back() {
        ObjectNode relocated = event("1961");
        ObjectNode correction = corrected(relocated, event("1961-10-31"));
        append(relocated, correction);
        try (EventReader reader = open(FOLLOW)) {
            assertThat(next(reader).date()).isEqualTo("1961-10-31");
            append(retracted(correction));

            assertThat(next(reader).fact().get("date").textValue()).isEqualTo("1961");
        }
    }

    @Test
    void a_retracted_fact_is_told_again_only_when_it_is_back_in_effect() {
        ObjectNode event = event("1958");
        ObjectNode retraction = retracted(event);
        append(event);
        try (EventReader reader = open(FOLLOW)) {
            next(reader);
            append(retraction);
            append(event("1959"));
            append(retracted(retraction));

            assertThat(next(reader).position()).isEqualTo(3);
            assertThat(next(reader).position()).isEqualTo(1);
        }
    }

    @Test
    void what_has_no_date_is_not_told_live_either() {
        append(event("1953"));
        try (EventReader reader = open(FOLLOW)) {
            next(reader);
            append(named("joseph-stalin", "Joseph Stalin"));
            append(event("1958"));

            assertThat(next(reader).position()).isEqualTo(3);
        }
    }

    @Test
    void what_lies_outside_the_range_asked_for_is_not_told_live_either() {
        append(event("1953"));
        try (EventReader reader = open("speed=max&follow=true&from=1953&to=1960")) {
            next(reader);
            append(event("1961"), event("1952"), event("1960-12-31"));

            assertThat(next(reader).position()).isEqualTo(4);
        }
    }

    @Test
    void what_comes_after_the_last_day_so_far_is_told_live_when_no_end_is_asked_for() {
        append(event("1953"));
        try (EventReader reader = open("speed=max&follow=true")) {
            next(reader);
            append(event("1970"));

            assertThat(next(reader).position()).isEqualTo(2);
        }
    }

    @Test
    void what_comes_before_the_first_day_so_far_is_told_live_when_no_begin_is_asked_for() {
        append(event("1953"));
        try (EventReader reader = open("speed=max&follow=true&to=2000")) {
            next(reader);
            append(event("1917"));

            assertThat(next(reader).position()).isEqualTo(2);
        }
    }

    @Test
    void an_empty_timeline_can_be_followed_from_its_first_fact() {
        try (EventReader reader = open("speed=max&follow=true")) {
            append(event("1953"));

            assertThat(next(reader).position()).isEqualTo(1);
        }
    }

    @Test
    void a_reader_goes_on_from_any_live_event() {
        append(event("1953"));
        append(event("1964"));
        append(event("1958"));
        List<Playback.Seen> told;
        try (EventReader reader = open(FOLLOW + "&known=1")) {
            told = read(reader, 3);
        }
        append(event("1959"));

        for (int i = 0; i < told.size(); i++) {
            try (EventReader reader = open(FOLLOW, "Last-Event-ID", told.get(i).id())) {
                List<String> rest =
                        told.subList(i + 1, told.size()).stream().map(Playback.Seen::told).toList();
                List<Playback.Seen> seen = read(reader, rest.size() + 1);
                assertThat(seen.subList(0, rest.size()))
                        .extracting(Playback.Seen::told)
                        .isEqualTo(rest);
                assertThat(seen.getLast().position()).isEqualTo(4);
            }
        }
    }

    @Test
    void a_reader_who_saw_the_end_can_still_follow() {
        append(event("1953"));
        String end = Playback.of(timeline, "speed=max").events().getLast().id();
        append(event("1958"));

        try (EventReader reader = open(FOLLOW, "Last-Event-ID", end)) {
            assertThat(next(reader).position()).isEqualTo(2);
        }
    }

    @Test
    void a_reader_who_follows_no_longer_is_told_that_this_is_the_end() {
        append(event("1953"));
        append(event("1958"));
        String live;
        try (EventReader reader = open(FOLLOW + "&known=1")) {
            live = read(reader, 2).getLast().id();
        }

        assertThat(
                        Client.get(
                                        "/timelines/" + timeline + "/replay?speed=max",
                                        "Last-Event-ID",
                                        live)
                                .status())
                .isEqualTo(204);
    }

    private void append(ObjectNode... facts) {
        Client.append(timeline, list(facts)).expect(201);
    }

    private EventReader open(String query, String... headers) {
        return Playback.open(timeline, query, headers);
    }

    private static Playback.Seen next(EventReader reader) {
        Playback.Seen seen = Playback.seen(reader.next(), System.nanoTime());
        assertThat(seen.type()).isEqualTo("fact");
        return seen;
    }

    private static List<Playback.Seen> read(EventReader reader, int count) {
        List<Playback.Seen> seen = new ArrayList<>();
        while (seen.size() < count) {
            seen.add(next(reader));
        }
        return seen;
    }

    private static List<Long> positions(EventReader reader, int count) {
        return read(reader, count).stream().map(Playback.Seen::position).toList();
    }

    private static ObjectNode event(String date) {
        return fact("EventOccurred", "title", "It happened", "date", date);
    }
}
