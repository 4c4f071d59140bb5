package dev.annals.formats.popolo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.fact.Fact.EventOccurred;
import dev.annals.domain.fact.Fact.OfficeAbolished;
import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeDescribed;
import dev.annals.domain.fact.Fact.OfficeEstablished;
import dev.annals.domain.fact.Fact.PersonBorn;
import dev.annals.domain.fact.Fact.PersonDescribed;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Fact.PlaceDescribed;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import dev.annals.formats.ReadFacts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ElementsTest extends PopoloDocuments {

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
}
