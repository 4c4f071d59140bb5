package dev.annals.exports;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.json.FactWriter;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What any field of any fact says stands in a document, or is counted as left out of it. */
@QuarkusTest
@RunningService
class EveryFieldTest {

    /** What a type's facts are called among what was left out of Popolo: whole, or each field. */
    private static final Map<String, String> IN_POPOLO =
            Map.ofEntries(
                    entry("PersonDescribed", "persons"),
                    entry("OfficeDescribed", "posts"),
                    entry("PlaceDescribed", "areas"),
                    entry("PersonBorn", "persons"),
                    entry("PersonDied", "persons"),
                    entry("OfficeEstablished", "OfficeEstablished"),
                    entry("OfficeAbolished", "OfficeAbolished"),
                    entry("OfficeAssumed", "memberships"),
                    entry("OfficeVacated", "memberships"),
                    entry("BodyRelocated", "resting places"),
                    entry("PlaceRenamed", "names of places"),
                    entry("EventOccurred", "events"));

    private static final Map<String, String> DESCRIBED =
            Map.of(
                    "PersonDescribed", "people",
                    "OfficeDescribed", "offices",
                    "PlaceDescribed", "places");

    static Stream<Class<?>> types() {
        return Stream.of(Fact.Described.class, Fact.Dated.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void popolo_has_it_or_counts_it(Class<?> type) {
        DistinctFact fact = new DistinctFact(type);
        Answer file = Exported.file(timelineOf(fact), "popolo.json");
        assertThat(missing(fact, file.text(), leftOut(file.json()), IN_POPOLO)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void timelinejs_has_it_or_counts_it(Class<?> type) {
        DistinctFact fact = new DistinctFact(type);
        Answer file = Exported.file(timelineOf(fact), "timelinejs.json");
        assertThat(missing(fact, file.text(), leftOut(file.json()), DESCRIBED)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_calendar_has_it_or_counts_it(Class<?> type) {
        DistinctFact fact = new DistinctFact(type);
        String file = Exported.file(timelineOf(fact), "calendar.ics").text().replace("\r\n ", "");
        String counted =
                file.lines()
                        .filter(l -> l.startsWith("X-ANNALS-LEFT-UNSAID:"))
                        .findFirst()
                        .orElseThrow();
        Set<String> leftOut =
                Arrays.stream(counted.substring(counted.indexOf(':') + 1).split("\\\\, "))
                        .map(count -> count.replaceAll(": \\d+$", ""))
                        .collect(Collectors.toSet());
        assertThat(missing(fact, file, leftOut, DESCRIBED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"popolo.json", "timelinejs.json"})
    void a_vacation_that_ends_no_tenure_is_counted(String export) {
        String timeline = Client.timeline();
        Client.append(
                        timeline,
                        Facts.list(
                                Facts.assumed("o", "p", "1953"),
                                Facts.vacated("o", "p", "1955"),
                                Facts.vacated("o", "p", "1950"),
                                Facts.vacated("o", "q", "1956")))
                .expect(201);
        JsonNode leftOut = Exported.file(timeline, export).json().at("/meta/leftOut");
        assertThat(leftOut).hasToString("{\"vacations that end no tenure\":2}");
    }

    /** The fact, after others without which no document would have it. */
    private static String timelineOf(DistinctFact fact) {
        List<Fact> facts = new ArrayList<>();
        switch (fact.fact()) {
            case Fact.OfficeVacated f -> facts.add(assumed(f.office(), f.person()));
            case Fact.PersonDescribed f -> facts.add(assumed(new Slug("o"), f.person()));
            case Fact.OfficeDescribed f -> facts.add(assumed(f.office(), new Slug("p")));
            case Fact.PlaceDescribed f -> facts.add(born(f.place()));
            case Fact.Dated _ -> {}
        }
        facts.add(fact.fact());
        String timeline = Client.timeline();
        String body = facts.stream().map(FactWriter::canonical).collect(Collectors.joining(","));
        Client.append(timeline, "[" + body + "]").expect(201);
        return timeline;
    }

    private static Fact assumed(Slug office, Slug person) {
        return new Fact.OfficeAssumed(
                office, person, EdtfDate.parse("1950"), Optional.empty(), Provenance.NONE);
    }

    private static Fact born(Slug place) {
        return new Fact.PersonBorn(
                new Slug("p"), EdtfDate.parse("1900"), Optional.of(place), Provenance.NONE);
    }

    private static Set<String> leftOut(JsonNode document) {
        return document.at("/meta/leftOut")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The fields that are neither shown nor counted. */
    private static List<String> missing(
            DistinctFact fact, String document, Set<String> leftOut, Map<String, String> kinds) {
        String type = fact.fact().getClass().getSimpleName();
        String kind = kinds.getOrDefault(type, type);
        return fact.texts().entrySet().stream()
                .filter(field -> !document.contains(field.getValue()))
                .map(Map.Entry::getKey)
                .filter(field -> !isNamed(fact, field))
                .filter(field -> leftOut.stream().noneMatch(name -> counts(name, kind, field)))
                .toList();
    }

    /** Who or what is described is shown by the name that it is given. */
    private static boolean isNamed(DistinctFact fact, String field) {
        return switch (fact.fact()) {
            case Fact.PersonDescribed _ -> field.equals("person");
            case Fact.OfficeDescribed _ -> field.equals("office");
            case Fact.PlaceDescribed _ -> field.equals("place");
            case Fact.Dated _ -> false;
        };
    }

    private static boolean counts(String name, String kind, String field) {
        String list = field.replaceAll("/.*", "");
        return name.equals(kind)
                || name.equals(field)
                || name.equals(kind + "/" + field)
                || name.equals(kind + "/" + list)
                || name.startsWith(kind + "/" + field + " of ");
    }
}
