package dev.annals.formats.popolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.domain.fact.Fact.PersonDescribed;
import dev.annals.formats.ReadFacts;
import dev.annals.formats.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenDocumentsTest extends PopoloDocuments {

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
