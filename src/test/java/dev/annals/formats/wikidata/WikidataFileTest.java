package dev.annals.formats.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeVacated;
import dev.annals.domain.fact.Fact.PersonDescribed;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import dev.annals.formats.ReadFacts;
import dev.annals.formats.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WikidataFileTest {

    private static final Slug OFFICE = new Slug("the-office");

    private static ReadFacts readItem(String item) throws IOException {
        return ReadFacts.of(
                WikidataFile.open(Path.of("src/test/resources/wikidata", item + ".json"), OFFICE));
    }

    /**
     * @param json with single quotes
     */
    private static ReadFacts read(String json) throws IOException {
        Path file = Files.createTempFile("wikidata", ".json");
        try {
            Files.writeString(file, json.replace('\'', '"'));
            return ReadFacts.of(WikidataFile.open(file, OFFICE));
        } finally {
            Files.delete(file);
        }
    }

    private static ReadFacts rows(String... rows) throws IOException {
        return read(
                "{'head': {'vars': ['item']}, 'results': {'bindings': ["
                        + String.join(", ", rows)
                        + "]}}");
    }

    private static String item(String id) {
        return "'item': {'type': 'uri', 'value': 'http://www.wikidata.org/entity/" + id + "'}";
    }

    private static String cell(String name, String value) {
        return "'" + name + "': {'type': 'literal', 'value': '" + value + "'}";
    }

    private static String row(String... cells) {
        return "{" + String.join(", ", cells) + "}";
    }

    /**
     * By {@code jq '{described:([.results.bindings[].item.value]|unique|length),
     * assumed:([.results.bindings[]|select(.start_date)|[.item.value,.start_date.value,.nature.value]]
     * |unique|length), vacated:([.results.bindings[]|select(.end_date)
     * |[.item.value,.end_date.value]]|unique|length)}'}.
     */
    @ParameterizedTest
    @CsvSource({
        "Q14211, 54, 74, 73",
        "Q1837494, 117, 29, 25",
        "Q195965, 64, 14, 13",
        "Q3657870, 2, 2, 2",
        "Q751651, 2, 13, 12"
    })
    void each_file_gives_as_many_facts_as_jq_counts(
            String file, int described, int assumed, int vacated) throws IOException {
        ReadFacts read = readItem(file);
        assertThat(read.refusals()).isEmpty();
        assertThat(read.counts())
                .isEqualTo(
                        Map.of(
                                "PersonDescribed", described,
                                "OfficeAssumed", assumed,
                                "OfficeVacated", vacated));
        assertThat(new HashSet<>(read.facts())).hasSameSizeAs(read.facts());
    }

    @Test
    void what_facts_cannot_say_is_counted() throws IOException {
        assertThat(readItem("Q14211").leftOut())
                .isEqualTo(Map.of("next", 73L, "ordinal", 4L, "prev", 72L));
        assertThat(readItem("Q1837494").leftOut())
                .isEqualTo(Map.of("next", 17L, "prev", 19L, "rows (without any date)", 90L));
        assertThat(readItem("Q751651").leftOut())
                .isEqualTo(Map.of("ordinal", 13L, "party", 13L, "term", 13L));
    }

    @Test
    void a_holder_without_a_name_goes_by_the_item() throws IOException {
        ReadFacts read = rows(row(item("Q9590"), cell("start_date", "1958-03-27T00:00:00Z")));
        PersonDescribed person = read.only(PersonDescribed.class);
        assertThat(person.person()).isEqualTo(new Slug("q9590"));
        assertThat(person.name()).isEqualTo("Q9590");
        assertThat(person.sameAs()).containsExactly("http://www.wikidata.org/entity/Q9590");
        assertThat(person.provenance().sources())
                .containsExactly(
                        new Source(
                                "Wikidata",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("https://www.wikidata.org/wiki/Q9590"),
                                Optional.empty()));
        OfficeAssumed assumed = read.only(OfficeAssumed.class);
        assertThat(assumed.office()).isEqualTo(OFFICE);
        assertThat(assumed.person()).isEqualTo(person.person());
        assertThat(assumed.date().text()).isEqualTo("1958-03-27");
        assertThat(rows(row(item("Q9590"), cell("itemLabel", "Q9590"))).only(PersonDescribed.class))
                .isEqualTo(person);
    }

    @Test
    void a_name_gives_the_slug_and_namesakes_are_told_apart() throws IOException {
        ReadFacts read =
                rows(
                        row(item("Q1"), cell("itemLabel", "William Pitt")),
                        row(item("Q3"), cell("itemLabel", "Theresa May")),
                        row(item("Q2"), cell("itemLabel", "William Pitt")));
        assertThat(read.all(PersonDescribed.class).stream().map(p -> p.person().value()))
                .containsExactly("william-pitt-q1", "theresa-may", "william-pitt-q2");
    }

    @ParameterizedTest
    @CsvSource({
        "2016-07-13T00:00:00Z, 14, 2016-07-13",
        "2016-07-13T00:00:00Z, 11, 2016-07-13",
        "2016-07-01T00:00:00Z, 10, 2016-07",
        "2016-01-01T00:00:00Z, 9, 2016",
        "2016-00-00T00:00:00Z, 11, 2016",
        "1958-01-01T00:00:00Z, 8, 195X",
        "1950-01-01T00:00:00Z, 8, 195X",
        "0740-01-01T00:00:00Z, 8, 074X",
        "1958-01-01T00:00:00Z, 7, 19XX",
        "1901-01-01T00:00:00Z, 7, 19XX",
        "2000-01-01T00:00:00Z, 7, [1901..2099]",
        "1958-01-01T00:00:00Z, 6, 1XXX",
        "-0043-03-15T00:00:00Z, 11, -0043-03-15",
        "-0043-01-01T00:00:00Z, 8, [-0052..-0034]",
        "0000-01-01T00:00:00Z, 9, 0000",
        "+1721-04-15T00:00:00Z, 11, 1721-04-15",
        "-12000-01-01T00:00:00Z, 5, [Y-21999..-2001]",
        "-12000-01-01T00:00:00Z, 9, Y-12000"
    })
    void precision_becomes_precision(String time, int precision, String edtf) throws IOException {
        ReadFacts read =
                rows(
                        row(
                                item("Q1"),
                                cell("start_date", time),
                                cell("start_precision", String.valueOf(precision))));
        assertThat(read.refusals()).isEmpty();
        assertThat(read.only(OfficeAssumed.class).date().text()).isEqualTo(edtf);
    }

    @Test
    void rows_that_differ_in_other_columns_only_give_equal_facts() throws IOException {
        String start = cell("start_date", "2001-01-01T00:00:00Z");
        String end = cell("end_date", "2002-01-01T00:00:00Z");
        ReadFacts read =
                rows(
                        row(item("Q1"), start, end, cell("prev", "x"), cell("party", "a")),
                        row(item("Q1"), start, end, cell("prev", "y"), cell("party", "a")));
        assertThat(new HashSet<>(read.facts())).hasSize(3);
        assertThat(read.leftOut()).isEqualTo(Map.of("party", 2L, "prev", 2L));
    }

    @Test
    void who_only_acted_is_said_to() throws IOException {
        List<OfficeAssumed> acting =
                readItem("Q195965").all(OfficeAssumed.class).stream()
                        .filter(OfficeAssumed::isActing)
                        .toList();
        assertThat(acting)
                .singleElement()
                .extracting(OfficeAssumed::person)
                .isEqualTo(new Slug("q57628890"));
        ReadFacts other =
                rows(row(item("Q1"), cell("nature", "http://www.wikidata.org/entity/Q7")));
        assertThat(other.leftOut()).containsEntry("nature", 1L);
    }

    @Test
    void terms_in_a_row_are_tenures_in_a_row() throws IOException {
        assertThat(
                        readItem("Q751651").all(OfficeAssumed.class).stream()
                                .filter(f -> f.person().value().equals("q300292"))
                                .map(f -> f.date().text()))
                .contains("2015-05-07", "2017-06-08", "2019-12-12");
    }

    @Test
    void what_nobody_knows_is_counted() throws IOException {
        String unknown = "'start_date': {'type': 'bnode', 'value': 't1'}";
        String genid =
                "'end_date': {'type': 'uri', 'value': 'http://www.wikidata.org/.well-known/genid/a1'}";
        ReadFacts read =
                rows(
                        row(item("Q1"), unknown, genid),
                        row(
                                item("Q2"),
                                unknown,
                                cell("end_date", "1990-01-01T00:00:00Z"),
                                cell("end_precision", "9")),
                        row("'item': {'type': 'bnode', 'value': 't2'}"));
        assertThat(read.leftOut())
                .isEqualTo(
                        Map.of(
                                "start_date (unknown)", 2L,
                                "end_date (unknown)", 1L,
                                "rows (without any date)", 1L,
                                "rows (of an unknown item)", 1L));
        assertThat(read.only(OfficeAssumed.class).date().text()).isEqualTo("[..1990-12-31]");
        assertThat(read.only(OfficeVacated.class).date().text()).isEqualTo("1990");
    }

    @Test
    void what_is_broken_is_refused_with_its_place_and_the_rest_goes_on() throws IOException {
        ReadFacts read =
                rows(
                        "7",
                        row(cell("start_date", "2001-01-01T00:00:00Z")),
                        row(cell("item", "Theresa May")),
                        row(item("Q1"), cell("start_date", "in spring")),
                        row(item("Q1"), cell("start_date", "2001-02-30T00:00:00Z")),
                        row(
                                item("Q1"),
                                cell("start_date", "2001-01-01T00:00:00Z"),
                                cell("start_precision", "day")),
                        row(
                                item("Q1"),
                                cell("start_date", "2001-01-01T00:00:00Z"),
                                cell("start_precision", "15")),
                        row(
                                item("Q1"),
                                cell("start_date", "2001-01-01T00:00:00Z"),
                                cell("end_date", "2000-01-01T00:00:00Z")),
                        row(item("Q1"), cell("itemLabel", "x".repeat(501))),
                        row(item("Q1"), cell("start_date", "2001-01-01T00:00:00Z")));
        assertThat(read.refusals())
                .containsExactly(
                        "/results/bindings/0: expected an object, found 7",
                        "/results/bindings/1: item: is missing",
                        "/results/bindings/2: item: expected http://www.wikidata.org/entity/Q9590 or the like, found \"Theresa May\"",
                        "/results/bindings/3: start_date: expected a date such as 2016-07-13T00:00:00Z and a precision from 0 to 14, found \"in spring\" and 11",
                        "/results/bindings/4: start_date: \"2001-02-30T00:00:00Z\" is not a date: 2001 has no 30 February (at character 9)",
                        "/results/bindings/5: start_precision: expected a number from 0 to 14, found \"day\"",
                        "/results/bindings/6: start_date: expected a date such as 2016-07-13T00:00:00Z and a precision from 0 to 14, found \"2001-01-01T00:00:00Z\" and 15",
                        "/results/bindings/7: end_date: 2000-01-01 comes before the start_date, 2001-01-01",
                        "/results/bindings/8: itemLabel: has 501 characters, at most 500 are allowed");
        assertThat(read.counts()).isEqualTo(Map.of("PersonDescribed", 1, "OfficeAssumed", 1));
    }

    @Test
    void the_short_form_is_read_too() throws IOException {
        String row =
                row(
                        item("Q1"),
                        cell("itemLabel", "Ann"),
                        cell("start_date", "2001-01-01T00:00:00Z"));
        ReadFacts plain =
                read(
                        "[{'item': 'http://www.wikidata.org/entity/Q1', 'itemLabel': 'Ann',"
                                + " 'start_date': '2001-01-01T00:00:00Z'}]");
        assertThat(plain.facts()).isEqualTo(rows(row).facts());
        assertThat(plain.lines()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                     | the body is empty
                    {'results': {'bindings': [ | Unexpected end-of-input
                    {'results': {'bindings': []}} 7 | there is more after the JSON value
                    {'boolean': true}      | expected SPARQL JSON results
                    {'results': {}}        | expected SPARQL JSON results
                    'text'                 | expected SPARQL JSON results
                    """,
            quoteCharacter = '"')
    void what_is_no_result_is_said_at_once(String json, String problem) {
        String text = json.equals("''") ? "" : json;
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(problem);
    }
}
