package dev.annals.formats.wikidata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.span.Certainty;
import dev.annals.domain.span.Deaths;
import dev.annals.domain.span.OfficeHistory;
import dev.annals.domain.span.Span;
import dev.annals.formats.ReadFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who governed the United Kingdom on any day: by the facts, and by a look into the file. */
class PrimeMinistersTest {

    private static final Path FILE = Path.of("src/test/resources/wikidata/Q14211.json");
    private static final Slug OFFICE = new Slug("prime-minister-of-the-united-kingdom");
    private static final LocalDate FIRST = LocalDate.of(1721, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2016, 12, 31);

    private record Line(String item, LocalDate start, LocalDate end) {}

    @Test
    void the_facts_agree_with_the_file_on_every_day_that_it_is_sure_about() throws IOException {
        List<Span.Tenure> tenures = tenures();
        List<Line> lines = lines();
        Set<LocalDate> contradictory = new TreeSet<>();
        int governed = 0;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            Set<String> inFile = inFile(lines, day);
            if (inFile.size() > 1) {
                contradictory.add(day);
                assertThat(inFile).containsAll(byFacts(tenures, day));
            } else {
                assertThat(byFacts(tenures, day)).as("%s", day).isEqualTo(inFile);
                governed += inFile.size();
            }
        }
        // Walpole leaves eleven days after Wilmington has come. Gaps are the file's own.
        assertThat(contradictory)
                .containsExactlyElementsOf(
                        LocalDate.of(1742, 2, 16).datesUntil(LocalDate.of(1742, 2, 27)).toList());
        assertThat(governed).isGreaterThan(99_000);
    }

    private static List<Span.Tenure> tenures() throws IOException {
        OfficeHistory history = new OfficeHistory(OFFICE, new Deaths());
        long position = 0;
        for (Fact fact : ReadFacts.of(WikidataFile.open(FILE, OFFICE)).facts()) {
            history.add(new Effective<>(new UUID(0, ++position), position, (Fact.Plain) fact));
        }
        List<Span.Tenure> tenures = new ArrayList<>();
        history.people().forEach(person -> tenures.addAll(history.tenuresOf(person)));
        return tenures;
    }

    private static Set<String> byFacts(List<Span.Tenure> tenures, LocalDate day) {
        Bounds question = new Bounds(Day.of(day), Day.of(day));
        Set<String> people = new TreeSet<>();
        for (Span.Tenure tenure : tenures) {
            tenure.period()
                    .on(question)
                    .ifPresent(
                            certainty -> {
                                assertThat(certainty).isEqualTo(Certainty.CERTAIN);
                                people.add(tenure.person().value());
                            });
        }
        return people;
    }

    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (JsonNode row : new JsonMapper().readTree(FILE.toFile()).at("/results/bindings")) {
            String item = row.at("/item/value").asText();
            String end = row.at("/end_date/value").asText("9000-01-01T");
            lines.add(
                    new Line(
                            item.substring(item.lastIndexOf('/') + 1)
                                    .toLowerCase(java.util.Locale.ROOT),
                            LocalDate.parse(row.at("/start_date/value").asText().split("T")[0]),
                            LocalDate.parse((end.isEmpty() ? "9000-01-01" : end).split("T")[0])));
        }
        return lines;
    }

    private static Set<String> inFile(List<Line> lines, LocalDate day) {
        Set<String> people = new TreeSet<>();
        for (Line line : lines) {
            if (!day.isBefore(line.start()) && day.isBefore(line.end())) {
                people.add(line.item());
            }
        }
        return people;
    }
}
