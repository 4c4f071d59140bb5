package dev.annals.formats.popolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.domain.fact.Fact.EventOccurred;
import dev.annals.domain.fact.Fact.OfficeAbolished;
import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeDescribed;
import dev.annals.domain.fact.Fact.OfficeEstablished;
import dev.annals.domain.fact.Fact.OfficeVacated;
import dev.annals.domain.fact.Fact.PersonBorn;
import dev.annals.domain.fact.Fact.PersonDescribed;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Fact.PlaceDescribed;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import dev.annals.formats.ReadFacts;
import dev.annals.formats.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PopoloFileTest {

    private static final String ANN = "{'id': 'a', 'name': 'Ann Bell'}";
    private static final String BOB = "{'id': 'b', 'name': 'Bob Cole'}";
    private static final String COUNCIL = "{'id': 'c', 'name': 'Town Council'}";
    private static final String MAYOR = "{'id': 'm', 'label': 'Mayor', 'organization_id': 'c'}";

    @TempDir Path folder;

    /**
     * @param json with single quotes
     */
    private ReadFacts read(String json) throws IOException {
        return ReadFacts.of(PopoloFile.open(file(json)));
    }

    /**
     * @param json as it is
     */
    private ReadFacts readAsIs(String json) throws IOException {
        return ReadFacts.of(
                PopoloFile.open(Files.writeString(folder.resolve("example.json"), json)));
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("popolo.json"), json.replace('\'', '"'));
    }

    /** Ann's membership of the council, with these fields. */
    private ReadFacts member(String fields) throws IOException {
        return read(
                "{'memberships': [{'person_id': 'a', 'organization_id': 'c'"
                        + fields
                        + "}], 'persons': ["
                        + ANN
                        + "], 'organizations': ["
                        + COUNCIL
                        + "], 'events': [{'id': 't', 'name': '3rd Council', 'start_date':"
                        + " '1990-05', 'end_date': '1994-05-01'}]}");
    }

    @Test
    void a_membership_without_a_post_is_an_office_with_any_number_of_seats() throws IOException {
        ReadFacts read = member(", 'start_date': '1991', 'end_date': '1993-02'");
        OfficeDescribed office = read.only(OfficeDescribed.class);
        assertThat(office.office()).isEqualTo(new Slug("member-of-town-council"));
        assertThat(office.title()).isEqualTo("Member of Town Council");
        assertThat(office.organization()).contains("Town Council");
        assertThat(office.seats()).contains(0);
        assertThat(read.only(OfficeAssumed.class).office()).isEqualTo(office.office());
        assertThat(read.only(OfficeAssumed.class).person()).isEqualTo(new Slug("ann-bell"));
        assertThat(read.only(OfficeAssumed.class).date().text()).isEqualTo("1991");
        assertThat(read.only(OfficeVacated.class).date().text()).isEqualTo("1993-02");
    }

    @Test
    void a_post_is_an_office_of_one_seat() throws IOException {
        ReadFacts read =
                read(
                        """
                        {'organizations': [%s], 'posts': [%s], 'persons': [%s, %s], 'memberships': [
                          {'person_id': 'a', 'post_id': 'm', 'start_date': '1990', 'end_date': '1994-05-01'},
                          {'person_id': 'b', 'post_id': 'm', 'start_date': '1994-05-01'}]}"""
                                .formatted(COUNCIL, MAYOR, ANN, BOB));
        OfficeDescribed office = read.only(OfficeDescribed.class);
        assertThat(office.office()).isEqualTo(new Slug("mayor-of-town-council"));
        assertThat(office.title()).isEqualTo("Mayor");
        assertThat(office.hasOneSeat()).isTrue();
    }

    @Test
    void a_post_that_several_people_hold_at_once_has_any_number_of_seats() throws IOException {
        ReadFacts read =
                read(
                        """
                        {'organizations': [%s], 'posts': [%s], 'persons': [%s, %s], 'memberships': [
                          {'person_id': 'a', 'post_id': 'm', 'start_date': '1990', 'end_date': '1996'},
                          {'person_id': 'b', 'post_id': 'm', 'start_date': '1994-05-01'}]}"""
                                .formatted(COUNCIL, MAYOR, ANN, BOB));
        assertThat(read.only(OfficeDescribed.class).seats()).contains(0);
    }

    @Test
    void the_dates_of_the_term_serve_where_the_membership_has_none() throws IOException {
        ReadFacts read = member(", 'legislative_period_id': 't', 'start_date': '1991-01-15'");
        assertThat(read.only(OfficeAssumed.class).date().text()).isEqualTo("1991-01-15");
        assertThat(read.only(OfficeAssumed.class).provenance().note()).isEmpty();
        assertThat(read.only(OfficeVacated.class).date().text()).isEqualTo("1994-05-01");
        assertThat(read.only(OfficeVacated.class).provenance().note())
                .contains("The end is that of 3rd Council; the membership gives none.");

        ReadFacts whole = member(", 'legislative_period_id': 't'");
        assertThat(whole.only(OfficeAssumed.class).date().text()).isEqualTo("1990-05");
        assertThat(whole.only(OfficeAssumed.class).provenance().note())
                .contains("The begin is that of 3rd Council; the membership gives none.");
    }

    @Test
    void who_left_before_the_term_began_never_came() throws IOException {
        ReadFacts read = member(", 'legislative_period_id': 't', 'end_date': '1990-04-30'");
        assertThat(read.all(OfficeAssumed.class)).isEmpty();
        assertThat(read.all(OfficeVacated.class)).isEmpty();
        assertThat(read.leftOut())
                .containsEntry("memberships (over before their legislative period)", 1L);
    }

    @Test
    void a_term_that_ended_before_somebody_came_gives_no_end() throws IOException {
        ReadFacts read = member(", 'legislative_period_id': 't', 'start_date': '1995'");
        assertThat(read.all(OfficeVacated.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "9999", "9999-12", "9999-12-31T23:59:59Z"})
    void the_end_of_all_days_is_an_open_end(String end) throws IOException {
        ReadFacts read =
                member(
                        ", 'legislative_period_id': 't', 'start_date': '1991', 'end_date': '%s'"
                                .formatted(end));
        assertThat(read.only(OfficeAssumed.class).date().text()).isEqualTo("1991");
        assertThat(read.all(OfficeVacated.class)).isEmpty();
        assertThat(read.refused()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1991, 1991",
        "1991-03, 1991-03",
        "1991-03-00, 1991-03",
        "1991-00-00, 1991",
        "1991-03-07, 1991-03-07",
        "1991-03-07T12:30:00.5+02:00, 1991-03-07",
        "1991-03-07 00:00:00, 1991-03-07",
        "1991~, 1991~",
        "0000-00-00, 1990-05",
        "0001-01-01, 1990-05",
        "'', 1990-05"
    })
    void dates_stay_as_precise_as_they_are(String written, String date) throws IOException {
        ReadFacts read =
                member(
                        ", 'legislative_period_id': 't', 'end_date': '1993', 'start_date': '%s'"
                                .formatted(written));
        assertThat(read.refusals()).isEmpty();
        assertThat(read.only(OfficeAssumed.class).date().text()).isEqualTo(date);
    }

    @Test
    void an_unknown_begin_lies_before_the_end() throws IOException {
        OfficeAssumed assumed = member(", 'end_date': '1993-02'").only(OfficeAssumed.class);
        assertThat(assumed.date().text()).isEqualTo("[..1993-02-28]");
        assertThat(assumed.provenance().note())
                .contains("The begin is not given; it lies before the end.");
    }

    @Test
    void a_membership_without_any_date_is_counted() throws IOException {
        ReadFacts read = member(", 'role': 'Clerk'");
        assertThat(read.all(OfficeAssumed.class)).isEmpty();
        assertThat(read.leftOut())
                .containsEntry("memberships (without any date)", 1L)
                .containsEntry("memberships/role", 1L);
    }

    @Test
    void what_is_broken_is_refused_with_its_place_and_the_rest_goes_on() throws IOException {
        ReadFacts read =
                read(
                        """
                        {'persons': [%s, {'id': 'x', 'name': 7}, 'nobody', {'id': 'y', 'name': '%s'},
                                     {'id': 'z', 'name': 'Zoe', 'birth_date': '1990-02-30'}, {'gender': 'f'},
                                     {'id': 'a', 'name': 'Ann again'}],
                         'organizations': [%s],
                         'posts': [%s, {'id': 'p', 'label': 'Treasurer', 'organization_id': 'gone'}],
                         'memberships': [
                           {'person_id': 'gone', 'organization_id': 'c', 'start_date': '1990'},
                           {'person_id': 'a', 'organization_id': 'gone', 'start_date': '1990'},
                           {'person_id': 'a', 'post_id': 'gone', 'start_date': '1990'},
                           {'person_id': 'a', 'organization_id': 'c', 'legislative_period_id': 'gone'},
                           {'person_id': 'a', 'organization_id': 'c', 'start_date': 'long ago'},
                           {'person_id': 'a', 'organization_id': 'c', 'start_date': 1990},
                           {'person_id': 'a', 'organization_id': 'c', 'start_date': '1995', 'end_date': '1994'},
                           {'person_id': 'a', 'start_date': '1990'},
                           {'organization_id': 'c', 'start_date': '1990'},
                           {'person_id': 'a', 'post_id': 'p', 'start_date': '1990'},
                           {'person_id': 'a', 'organization_id': 'c', 'start_date': '1990'}]}"""
                                .formatted(ANN, "x".repeat(501), COUNCIL, MAYOR));
        assertThat(read.refusals())
                .containsExactly(
                        "/posts/1: organization_id: the document has no organization \"gone\"",
                        "/persons/1: name: expected a string, found 7",
                        "/persons/2: expected an object, found \"nobody\"",
                        "/persons/3: name: has 501 characters, at most 500 are allowed",
                        "/persons/4: birth_date: \"1990-02-30\" is not a date: "
                                + "1990 has no 30 February (at character 9)",
                        "/persons/5: id: is missing",
                        "/persons/6: id: is used by another element before",
                        "/memberships/0: person_id: the document has no person \"gone\"",
                        "/memberships/1: organization_id: the document has no organization \"gone\"",
                        "/memberships/2: post_id: the document has no post \"gone\"",
                        "/memberships/3: legislative_period_id: the document has no event \"gone\"",
                        "/memberships/4: start_date: \"long ago\" is not a date: "
                                + "expected a date, found 'l' (at character 1)",
                        "/memberships/5: start_date: expected a string, found 1990",
                        "/memberships/6: end_date: 1994 comes before the start_date, 1995",
                        "/memberships/7: expected a post_id or an organization_id, found neither",
                        "/memberships/8: person_id: is missing",
                        "/memberships/9: its post is refused");
        assertThat(read.counts())
                .isEqualTo(Map.of("PersonDescribed", 1, "OfficeDescribed", 2, "OfficeAssumed", 1));
    }

    @Test
    void a_person_is_described_born_and_dead() throws IOException {
        ReadFacts read =
                read(
                        """
                        {'meta': {'sources': ['https://example.org/all'], 'made': 'today'},
                         'persons': [{'id': 1, 'name': 'Áine Ní Bhroin', 'summary': 'A poet.',
                          'biography': 'Long.', 'birth_date': '1920-01', 'death_date': '2010',
                          'sources': [{'url': 'https://example.org/aine', 'note': 'Biography'}],
                          'identifiers': [{'scheme': 'wikidata', 'identifier': 'Q5'}, {'scheme': 'isni', 'identifier': '7'}],
                          'links': [{'url': 'https://example.org/a'}, {'url': 'nowhere'}]},
                          {'id': '2', 'given_name': 'Bo', 'family_name': 'Ek', 'death_date': '9999-12-31'}]}""");
        PersonDescribed aine = read.all(PersonDescribed.class).getFirst();
        assertThat(aine.person()).isEqualTo(new Slug("aine-ni-bhroin"));
        assertThat(aine.description()).contains("A poet.\n\nLong.");
        assertThat(aine.sameAs())
                .containsExactly("http://www.wikidata.org/entity/Q5", "https://example.org/a");
        assertThat(aine.provenance().sources())
                .containsExactly(source("Biography", "https://example.org/aine"));
        assertThat(read.only(PersonBorn.class).date().text()).isEqualTo("1920-01");
        assertThat(read.only(PersonDied.class).date().text()).isEqualTo("2010");
        PersonDescribed bo = read.all(PersonDescribed.class).getLast();
        assertThat(bo.name()).isEqualTo("Bo Ek");
        assertThat(bo.provenance().sources())
                .containsExactly(source("example.org", "https://example.org/all"));
        assertThat(read.leftOut())
                .isEqualTo(
                        Map.of(
                                "meta/made", 1L,
                                "persons/identifiers (other than Wikidata's)", 1L,
                                "persons/links (no web addresses)", 1L));
    }

    private static Source source(String title, String url) {
        return new Source(
                title, Optional.empty(), Optional.empty(), Optional.of(url), Optional.empty());
    }

    @Test
    void an_organization_gives_its_offices_dates_and_a_place() throws IOException {
        ReadFacts read =
                read(
                        """
                        {'areas': [{'id': 't', 'name': 'Town', 'identifiers': [{'scheme': 'wikidata', 'identifier': 'Q6'}]}],
                         'organizations': [{'id': 'c', 'name': 'Town Council', 'founding_date': '1950',
                           'dissolution_date': '2000-01-01', 'area_id': 't'}],
                         'posts': [{'id': 'm', 'label': 'Mayor of Town Council', 'organization_id': 'c', 'start_date': '1951'}],
                         'persons': [%s],
                         'memberships': [{'person_id': 'a', 'organization_id': 'c', 'start_date': '1960'}],
                         'events': [{'name': 'Flood', 'start_date': '1953-02-01', 'end_date': '1953-02-03',
                           'organization_id': 'c', 'attendees': [{'id': 'a'}]}]}"""
                                .formatted(ANN));
        assertThat(read.refusals()).isEmpty();
        assertThat(read.only(PlaceDescribed.class).sameAs())
                .containsExactly("http://www.wikidata.org/entity/Q6");
        assertThat(
                        read.all(OfficeEstablished.class).stream()
                                .map(f -> f.office() + " " + f.date().text()))
                .containsExactlyInAnyOrder(
                        "member-of-town-council 1950", "mayor-of-town-council 1951");
        assertThat(read.all(OfficeAbolished.class)).hasSize(2);
        EventOccurred flood = read.only(EventOccurred.class);
        assertThat(flood.provenance().note()).contains("It lasts until 1953-02-03.");
        assertThat(flood.people()).containsExactly(new Slug("ann-bell"));
        assertThat(flood.offices()).containsExactly(new Slug("member-of-town-council"));
    }

    @Test
    void people_of_one_name_are_told_apart_by_their_ids() throws IOException {
        String twins =
                "{'persons': [{'id': 'x', 'name': 'Ann Bell'}, {'id': 'y', 'name': 'ANN BELL'}]}";
        String turned =
                "{'persons': [{'id': 'y', 'name': 'ANN BELL'}, {'id': 'x', 'name': 'Ann Bell'}]}";
        assertThat(read(twins).facts()).containsExactlyInAnyOrderElementsOf(read(turned).facts());
        List<String> slugs =
                read(twins).all(PersonDescribed.class).stream()
                        .map(p -> p.person().value())
                        .toList();
        assertThat(slugs).doesNotHaveDuplicates().allMatch(s -> s.matches("ann-bell-[0-9a-f]{12}"));
    }

    @Test
    void a_name_without_letters_gives_way_to_the_id() throws IOException {
        ReadFacts read =
                read("{'persons': [{'id': 'P/7', 'name': '…'}, {'id': '!', 'name': '?'}]}");
        List<PersonDescribed> people = read.all(PersonDescribed.class);
        assertThat(people.getFirst().person()).isEqualTo(new Slug("p-7"));
        assertThat(people.getLast().person().value()).matches("[0-9a-f]{12}");
    }

    @Test
    void elements_may_stand_within_others() throws IOException {
        String postForm = example("post");
        ReadFacts read =
                readAsIs(
                        """
                        {"memberships": [%s], "persons": [%s], "organizations": [%s], "posts": [%s]}"""
                                .formatted(
                                        example("membership"),
                                        example("person"),
                                        example("organization"),
                                        postForm.replace("abc-inc-chef", "abc-inc-boss")
                                                .replace("Chef at", "Boss of")));
        assertThat(read.refusals()).isEmpty();
        assertThat(read.all(OfficeDescribed.class).stream().map(o -> o.office().value()))
                .containsExactlyInAnyOrder(
                        "kitchen-assistant-at-joes-diner-of-abc-inc",
                        "chef-at-joes-diner-of-abc-inc",
                        "boss-of-joes-diner-of-abc-inc");
        assertThat(read.only(PersonDescribed.class).person())
                .isEqualTo(new Slug("mr-john-q-public-esq"));
        assertThat(
                        read.all(OfficeAssumed.class).stream()
                                .distinct()
                                .map(f -> f.office() + " " + f.date().text()))
                .containsExactlyInAnyOrder(
                        "kitchen-assistant-at-joes-diner-of-abc-inc 1970-01",
                        "chef-at-joes-diner-of-abc-inc 1972-01-01",
                        "boss-of-joes-diner-of-abc-inc 1972-01-01");
    }

    @Test
    void a_membership_alone_holds_all_that_is_needed() throws IOException {
        ReadFacts read = readAsIs("{\"memberships\": [" + example("membership") + "]}");
        assertThat(read.counts())
                .isEqualTo(
                        Map.of(
                                "PersonDescribed", 1,
                                "OfficeDescribed", 1,
                                "OfficeAssumed", 1,
                                "OfficeVacated", 1));
    }

    private static String example(String name) throws IOException {
        return Files.readString(
                Path.of("src/test/resources/popolo/examples/embedding-" + name + ".json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                     | the body is empty
                    {'persons': [          | Unexpected end-of-input
                    {'persons': [{]}       | Unexpected close marker
                    {'persons': []} []     | there is more after the JSON value
                    {'persons': [{'id': 1, 'id': 2}]} | Duplicate field
                    []                     | expected a Popolo document
                    {'type': 'x'}          | expected a Popolo document
                    """)
    void what_is_no_document_is_said_at_once(String json, String problem) throws IOException {
        Path file = file(json);
        assertThatThrownBy(() -> PopoloFile.open(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void an_unreadable_place_has_its_line() throws IOException {
        Path file = file("{'persons': [\n{'id': 'a'},\n{'id': }]}");
        assertThatThrownBy(() -> PopoloFile.open(file))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.place().line()).isEqualTo(3));
    }

    @Test
    void an_empty_document_has_no_facts() throws IOException {
        assertThat(read("{'persons': [], 'organizations': null}").facts()).isEmpty();
    }

    @Test
    void a_list_that_is_none_is_refused() throws IOException {
        assertThat(read("{'persons': {'a': {}}, 'memberships': []}").refusals())
                .containsExactly("/persons: expected a list, found an object");
    }

    @Test
    void an_element_that_holds_too_much_is_refused() throws IOException {
        String many = "{},".repeat(200_000);
        ReadFacts read =
                read(
                        "{'persons': [{'id': 'x', 'name': 'X', 'links': ["
                                + many
                                + "{}]}, "
                                + ANN
                                + "]}");
        assertThat(read.refusals()).containsExactly("/persons/0: holds more than 200000 values");
        assertThat(read.only(PersonDescribed.class).name()).isEqualTo("Ann Bell");
    }
}
