package dev.annals.timelines;

import static dev.annals.timelines.Flagship.like;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.date.EdtfDate;
import dev.annals.oracle.Oracle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the file was made to answer. */
class FlagshipAnswersTest {

    private static final Flagship FILE = Flagship.shipped();
    private static final long HEAD = FILE.head();
    private static final String PREMIER = "premier-of-the-soviet-union";

    @ParameterizedTest
    @CsvSource({
        "1953-03-04, joseph-stalin certain",
        "1953-03-05, georgy-malenkov certain",
        "1953-09-13, georgy-malenkov certain",
        "1955-02-08, nikolai-bulganin certain",
        "1958-03-26, nikolai-bulganin certain",
        "1958-03-27, nikita-khrushchev certain",
        "1958-03-28, nikita-khrushchev certain",
        "1964-10-13, nikita-khrushchev certain",
        "1964-10-14, nikita-khrushchev possible",
        "1964-10-15, alexei-kosygin certain",
    })
    void the_premier_on_a_day_is(String day, String premier) {
        assertThat(answer(FILE, "office", PREMIER, day, HEAD)).containsExactly(premier);
    }

    @ParameterizedTest
    @CsvSource({
        "first-secretary-of-the-cpsu, 1953-09-07, nikita-khrushchev certain",
        "first-secretary-of-the-cpsu, 1964-10-14, leonid-brezhnev certain",
        "minister-of-defence, 1957-02-01, georgy-zhukov certain",
        "minister-of-defence, 1957-10-26, rodion-malinovsky certain",
        "minister-of-internal-affairs, 1953-06-25, lavrentiy-beria certain",
        "chairman-of-the-kgb, 1961-11-13, vladimir-semichastny certain",
    })
    void the_holder_on_a_day_is(String office, String day, String holder) {
        assertThat(answer(FILE, "office", office, day, HEAD)).containsExactly(holder);
    }

    @Test
    void nobody_led_the_party_between_malenkov_and_khrushchev() {
        for (String day : List.of("1953-03-14", "1953-06-01", "1953-09-06")) {
            assertThat(answer(FILE, "office", "first-secretary-of-the-cpsu", day, HEAD)).isEmpty();
        }
    }

    @Test
    void a_change_dated_to_two_days_makes_both_possible_on_the_first() {
        assertThat(answer(FILE, "office", "minister-of-foreign-affairs", "1956-06-01", HEAD))
                .containsExactly("dmitri-shepilov possible", "vyacheslav-molotov possible");
    }

    @Test
    void stalin_lay_in_the_mausoleum_in_june_1961_for_certain_at_the_head_only() {
        assertThat(stalin("1961-06-01", HEAD)).containsExactly("lenins-mausoleum certain");
        assertThat(stalin("1961-06-01", HEAD - 1))
                .containsExactly("kremlin-wall-necropolis possible", "lenins-mausoleum possible");
    }

    @Test
    void stalin_was_moved_on_the_day_that_the_correction_says() {
        assertThat(stalin("1961-10-30", HEAD)).containsExactly("lenins-mausoleum certain");
        assertThat(stalin("1961-10-31", HEAD)).containsExactly("kremlin-wall-necropolis certain");
        assertThat(stalin("1960-12-31", HEAD - 1)).containsExactly("lenins-mausoleum certain");
        assertThat(stalin("1961-12-31", HEAD - 1))
                .containsExactly("kremlin-wall-necropolis certain");
    }

    @Test
    void volgograd_was_stalingrad_until_the_decree() {
        assertThat(answer(FILE, "place", "volgograd", "1961-11-09", HEAD))
                .containsExactly("Stalingrad certain");
        assertThat(answer(FILE, "place", "volgograd", "1961-11-10", HEAD))
                .containsExactly("Volgograd certain");
    }

    @Test
    void another_answer_would_be_seen() {
        Flagship late =
                FILE.with(
                        like("type", "OfficeAssumed", "office", PREMIER, "date", "1958-03-27"),
                        "date",
                        "1958-03-28");
        Flagship uncorrected = FILE.without(like("type", "FactCorrected"));

        assertThat(answer(late, "office", PREMIER, "1958-03-27", HEAD)).isEmpty();
        assertThat(answer(uncorrected, "body", "joseph-stalin", "1961-06-01", HEAD)).hasSize(2);
    }

    private static List<String> stalin(String day, long known) {
        return answer(FILE, "body", "joseph-stalin", day, known);
    }

    private static List<String> answer(
            Flagship file, String kind, String subject, String on, long known) {
        return new Oracle(file.oracleLogAbout(subject), known)
                .stateOn(EdtfDate.parse(on).bounds()).entries().stream()
                        .filter(e -> e.kind().equals(kind) && e.subject().equals(subject))
                        .map(e -> e.value() + " " + e.certainty())
                        .toList();
    }
}
