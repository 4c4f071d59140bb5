package dev.annals.exports;

import static dev.annals.exports.Exported.FLAGSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.Test;

/** A calendar program reads the calendar, strictly, and finds what the facts say. */
@QuarkusTest
@RunningService
class CalendarExportTest {

    private static Calendar calendar(String timeline, String known) {
        byte[] file = Exported.file(timeline, "calendar.ics" + known).bytes();
        checkLines(new String(file, StandardCharsets.UTF_8));
        try {
            Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
            assertThat(calendar.validate().getEntries()).isEmpty();
            return calendar;
        } catch (Exception e) {
            throw new AssertionError(new String(file, StandardCharsets.UTF_8), e);
        }
    }

    private static void checkLines(String file) {
        assertThat(file).endsWith("END:VCALENDAR\r\n").doesNotContain("\uFFFD");
        for (String line : file.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContainPattern("[\\x00-\\x08\\x0a-\\x1f\\x7f]");
        }
    }

    private static Map<String, CalendarComponent> events(Calendar calendar) {
        Map<String, CalendarComponent> events = new HashMap<>();
        for (CalendarComponent event : calendar.getComponents(Component.VEVENT)) {
            assertThat(events.put(value(event, Property.UID), event)).isNull();
        }
        return events;
    }

    private static String value(CalendarComponent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse(null);
    }

    private static String header(Calendar calendar, String property) {
        return calendar.getProperty(property).map(Property::getValue).orElseThrow();
    }

    @Test
    void every_dated_fact_of_the_flagship_is_an_event() {
        Calendar calendar = calendar(FLAGSHIP, "");
        Map<String, CalendarComponent> events = events(calendar);
        List<JsonNode> dated = Exported.dated(FLAGSHIP);
        assertThat(events).hasSameSizeAs(dated);
        for (JsonNode fact : dated) {
            String id = fact.get("id").asText();
            CalendarComponent event = events.get(id + "@" + FLAGSHIP);
            assertThat(value(event, "CATEGORIES")).isEqualTo(fact.get("type").asText());
            assertThat(value(event, "DTSTAMP"))
                    .isEqualTo(fact.get("recordedAt").asText().replaceAll("[-:]|\\.\\d+", ""));
            assertThat(value(event, "X-ANNALS-DATE")).isEqualTo(fact.get("date").asText());
            if (fact.has("earliest")) {
                assertThat(value(event, "DTSTART"))
                        .isEqualTo(fact.get("earliest").asText().replace("-", ""));
            }
        }
        assertThat(header(calendar, "X-ANNALS-POSITION")).isEqualTo("636");
        assertThat(header(calendar, "X-ANNALS-LEFT-OUT")).isEqualTo("0");
    }

    @Test
    void a_correction_moves_the_removal_of_stalins_body_from_then_on() {
        String uid = Exported.removal() + "@" + FLAGSHIP;
        CalendarComponent before = events(calendar(FLAGSHIP, "?known=635")).get(uid);
        CalendarComponent since = events(calendar(FLAGSHIP, "?known=636")).get(uid);
        assertThat(value(before, "DTSTART")).isEqualTo("19610101");
        assertThat(value(before, "DTEND")).isEqualTo("19620101");
        assertThat(value(since, "DTSTART")).isEqualTo("19611031");
        assertThat(value(since, "DTEND")).isNull();
    }

    @Test
    void hostile_texts_stay_in_their_properties() {
        String timeline = HostileHistory.timeline();
        Calendar calendar = calendar(timeline, "");
        Map<String, CalendarComponent> events = events(calendar);
        List<JsonNode> dated = Exported.dated(timeline);
        assertThat(header(calendar, "X-ANNALS-LEFT-OUT"))
                .isEqualTo(Integer.toString(HostileHistory.NO_DAYS));
        assertThat(events).hasSize(dated.size() - HostileHistory.NO_DAYS);
        List<String> summaries = events.values().stream().map(e -> value(e, "SUMMARY")).toList();
        assertThat(summaries)
                .contains("<b>" + HostileHistory.LONG.substring(0, 900), "first", "last")
                .anyMatch(
                        s ->
                                s.startsWith(
                                        HostileHistory.MARKUP
                                                + " becomes a,b;c:d\\e\t\"f\"\nBEGIN"));
    }

    @Test
    void a_vague_date_lasts_as_long_as_it_may_have_been() {
        Calendar calendar = calendar(HostileHistory.timeline(), "");
        CalendarComponent established =
                events(calendar).values().stream()
                        .filter(e -> value(e, "CATEGORIES").equals("OfficeEstablished"))
                        .findFirst()
                        .orElseThrow();
        assertThat(value(established, "DTSTART")).isEqualTo("19000101");
        assertThat(value(established, "DTEND")).isEqualTo("19110101");
        assertThat(value(established, "DESCRIPTION")).contains("1900/1910");
    }

    @Test
    void an_empty_timeline_is_a_valid_calendar_without_events() {
        Calendar calendar = calendar(Client.timeline(), "");
        assertThat(events(calendar)).isEmpty();
        assertThat(header(calendar, "X-ANNALS-POSITION")).isEqualTo("0");
    }
}
