package dev.annals.timelines;

import static dev.annals.timelines.Flagship.like;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two entries that the timeline grew from are in it as they came. */
class FlagshipSeedTest {

    private static final Flagship FILE = Flagship.shipped();

    /** Title, date and place, text of one; date, title, place, paragraphs of the other. */
    private static final List<String> SEED = Flagship.text("/timelines/seed.txt").lines().toList();

    @Test
    void the_removal_of_stalins_body_is_there_as_it_came() {
        assertRemoval(FILE);
    }

    @Test
    void its_date_is_corrected_by_the_last_line_and_by_nothing_else() {
        assertCorrection(FILE);
    }

    @Test
    void khrushchevs_premiership_is_there_as_it_came() {
        assertPremiership(FILE);
    }

    @Test
    void what_did_not_come_so_would_be_seen() {
        assertSeen(() -> assertRemoval(FILE.replaced("1961 · Moscow", "1961, Moscow")));
        assertSeen(() -> assertRemoval(FILE.replaced("is removed from", "was removed from")));
        assertSeen(() -> assertPremiership(FILE.replaced("Khrushchev’s", "Khrushchev's")));
        assertSeen(() -> assertPremiership(FILE.replaced("pivotal point", "turning point")));
    }

    @Test
    void another_correction_would_be_seen() {
        assertSeen(() -> assertCorrection(FILE.replaced("1961-10-31", "1961-11-01")));
        assertSeen(() -> assertCorrection(FILE.plus(like("type", "FactCorrected"))));
        assertSeen(() -> assertCorrection(FILE.plus(like("type", "EventOccurred"))));
    }

    private static void assertRemoval(Flagship file) {
        ObjectNode removal = file.first(like("type", "BodyRelocated", "date", "1961"));

        assertThat(removal.get("person").asText()).isEqualTo("joseph-stalin");
        assertThat(removal.get("from").asText()).isEqualTo("lenins-mausoleum");
        assertThat(removal.at("/sources/0/quote").asText()).isEqualTo(SEED.get(2));
        assertThat(removal.get("note").asText()).contains(SEED.subList(0, 3));
    }

    private static void assertCorrection(Flagship file) {
        ObjectNode removal = file.first(like("type", "BodyRelocated", "date", "1961"));
        ObjectNode correction = file.lines().getLast();

        assertThat(file.lines().stream().filter(like("type", "FactCorrected")))
                .containsExactly(correction);
        assertThat(correction.get("fact")).isEqualTo(removal.get("id"));
        assertThat(correction.at("/with/date").asText()).isEqualTo("1961-10-31");
    }

    private static void assertPremiership(Flagship file) {
        ObjectNode event = file.first(like("type", "EventOccurred", "date", "1958-03-27"));

        assertThat(event.get("note").asText())
                .contains(SEED.get(3))
                .contains(SEED.get(5).split(" \\| "));
        assertThat(event.get("title").asText()).isEqualTo(SEED.get(4));
        assertThat(event.get("description").asText().split("\n\n"))
                .containsExactlyElementsOf(SEED.subList(6, SEED.size()));
    }

    private static void assertSeen(Runnable check) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(check::run);
    }
}
