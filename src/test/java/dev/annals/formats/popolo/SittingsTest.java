package dev.annals.formats.popolo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.OfficeDescribed;
import dev.annals.domain.fact.Fact.PersonDescribed;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.span.Deaths;
import dev.annals.domain.span.OfficeHistory;
import dev.annals.domain.span.Span;
import dev.annals.formats.ReadFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sat in a legislature on any day: by the facts, and by a look into the document. */
class SittingsTest {

    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2017, 12, 31);

    private static Path path(String country) {
        return Path.of("src/test/resources/popolo", country + "-ep-popolo-v1.0.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"estonia", "ireland", "kenya", "zimbabwe-senate"})
    void the_facts_agree_with_the_document_on_every_day(String country) throws IOException {
        ReadFacts read = ReadFacts.of(PopoloFile.open(path(country)));
        Map<Slug, String> names = new HashMap<>();
        read.all(PersonDescribed.class).forEach(p -> names.put(p.person(), p.name()));
        List<Span.Tenure> tenures = new ArrayList<>();
        read.all(OfficeDescribed.class)
                .forEach(office -> tenures.addAll(tenures(office.office(), read.facts())));
        JsonNode document = new JsonMapper().readTree(path(country).toFile());
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            Bounds question = new Bounds(Day.of(day), Day.of(day));
            Set<String> sitting = new TreeSet<>();
            tenures.stream()
                    .filter(tenure -> tenure.period().on(question).isPresent())
                    .forEach(tenure -> sitting.add(names.get(tenure.person())));
            assertThat(sitting).as("%s", day).isEqualTo(sitting(document, day.toString()));
        }
    }

    /** By {@code jq '[.memberships[]|select(.post_id=="women\u0027s_representative")]|length'}. */
    @Test
    void forty_seven_women_represent_their_counties_at_once() throws IOException {
        ReadFacts read = ReadFacts.of(PopoloFile.open(path("kenya")));
        Bounds question =
                new Bounds(Day.of(LocalDate.of(2014, 1, 1)), Day.of(LocalDate.of(2014, 1, 1)));
        Slug office = new Slug("womens-representative-of-national-assembly");
        assertThat(tenures(office, read.facts()))
                .filteredOn(tenure -> tenure.period().on(question).isPresent())
                .hasSize(47);
    }

    /** Of the facts without repetitions, as a log would have them. */
    private static List<Span.Tenure> tenures(Slug office, List<Fact> facts) {
        OfficeHistory history = new OfficeHistory(office, new Deaths());
        Set<Fact> seen = new HashSet<>();
        long position = 0;
        for (Fact fact : facts) {
            boolean isAbout =
                    switch (fact) {
                        case OfficeDescribed f -> f.office().equals(office);
                        case Fact.OfficeAssumed f -> f.office().equals(office);
                        case Fact.OfficeVacated f -> f.office().equals(office);
                        default -> false;
                    };
            if (isAbout && seen.add(fact)) {
                history.add(new Effective<>(new UUID(0, ++position), position, (Fact.Plain) fact));
            }
        }
        List<Span.Tenure> tenures = new ArrayList<>();
        history.people().forEach(person -> tenures.addAll(history.tenuresOf(person)));
        return tenures;
    }

    private static Set<String> sitting(JsonNode document, String day) {
        Map<String, JsonNode> byId = new HashMap<>();
        document.get("persons").forEach(p -> byId.put(p.get("id").asText(), p));
        document.get("events").forEach(e -> byId.put(e.get("id").asText(), e));
        Set<String> sitting = new TreeSet<>();
        for (JsonNode m : document.get("memberships")) {
            JsonNode term = byId.get(m.get("legislative_period_id").asText());
            String from = m.path("start_date").asText(term.path("start_date").asText());
            String until = m.path("end_date").asText(term.path("end_date").asText("9"));
            until = until.isEmpty() ? "9" : until;
            if (from.compareTo(day) <= 0 && until.compareTo(day) > 0) {
                sitting.add(byId.get(m.get("person_id").asText()).get("name").asText());
            }
        }
        return sitting;
    }
}
