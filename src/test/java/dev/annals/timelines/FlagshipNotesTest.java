package dev.annals.timelines;

import static dev.annals.timelines.Flagship.like;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The file says where sources disagree and how sure it is. */
class FlagshipNotesTest {

    private static final Flagship FILE = Flagship.shipped();

    /** What is standard knowledge: no reference was opened for it. */
    private static final List<List<String>> RATED_C =
            List.of(
                    assumed("minister-of-foreign-affairs", "andrey-vyshinsky"),
                    assumed("war-minister", "aleksandr-vasilevsky"),
                    assumed("navy-minister", "nikolai-kuznetsov"),
                    assumed("chairman-of-the-kgb", "konstantin-lunev"),
                    assumed("chairman-of-the-kgb", "pyotr-ivashutin"),
                    assumed("first-deputy-premier", "anastas-mikoyan"),
                    assumed("first-deputy-premier", "mikhail-pervukhin"),
                    assumed("first-deputy-premier", "maksim-saburov"),
                    assumed("first-deputy-premier", "iosif-kuzmin"),
                    assumed("first-deputy-premier", "frol-kozlov"),
                    assumed("first-deputy-premier", "dmitry-ustinov"),
                    List.of("person", "mikhail-suslov", "date", "1955-07-12"),
                    assumed("member-of-the-presidium", "andrei-kirilenko"),
                    List.of("person", "leonid-melnikov", "date", "1953-06-06"),
                    List.of("type", "PersonDied", "person", "otto-kuusinen"),
                    List.of("type", "PersonDied", "person", "andrey-vyshinsky"),
                    List.of("type", "PersonDied", "person", "georgy-malenkov"),
                    List.of("type", "PlaceRenamed", "place", "perm", "to", "Perm"),
                    List.of("type", "PlaceRenamed", "place", "severodvinsk", "date", "1957-09-12"),
                    List.of("type", "PlaceRenamed", "place", "orenburg", "to", "Orenburg"),
                    List.of("type", "PlaceRenamed", "place", "lugansk", "date", "1958-03-05"),
                    List.of("type", "EventOccurred", "title", "Amnesty decree"),
                    List.of("type", "EventOccurred", "date", "1954-02-19"),
                    List.of("type", "EventOccurred", "title", "Sputnik is launched"),
                    List.of("type", "EventOccurred", "title", "Cuban missile crisis"));

    @Test
    void every_disagreement_of_the_sources_is_named_in_a_note() {
        assertThat(NoteFaults.unnamedDisagreements(FILE)).isEmpty();
    }

    @Test
    void a_disagreement_that_nobody_names_would_be_seen() {
        assertThat(NoteFaults.unnamedDisagreements(FILE.replaced("D17", "a dispute")))
                .containsExactly("D17");
    }

    @Test
    void every_fact_says_how_sure_it_is() {
        assertThat(NoteFaults.unrated(FILE)).isEmpty();
    }

    @Test
    void a_fact_that_does_not_say_how_sure_it_is_would_be_seen() {
        Flagship planted = FILE.withoutField(like("type", "OfficeVacated"), "note");

        assertThat(NoteFaults.unrated(planted)).hasSize(1);
    }

    @Test
    void what_is_standard_knowledge_says_so() {
        assertThat(NoteFaults.silent(FILE, RATED_C)).isEmpty();
    }

    @Test
    void standard_knowledge_that_does_not_say_so_would_be_seen() {
        Flagship boasting = FILE.with(like("title", "Amnesty decree"), "note", "Sureness A.");
        Flagship gone = FILE.without(like("title", "Amnesty decree"));

        assertThat(NoteFaults.silent(boasting, RATED_C)).hasSize(1);
        assertThat(NoteFaults.silent(gone, RATED_C))
                .singleElement()
                .asString()
                .contains("not there");
    }

    private static List<String> assumed(String office, String person) {
        return List.of("type", "OfficeAssumed", "office", office, "person", person);
    }
}
