package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a historian would put in a footnote on the shipped timeline. */
@QuarkusTest
@RunningService
class WhyOfTheFlagshipTest {

    private static final String PREMIER = "office=premier-of-the-soviet-union";

    private static JsonNode why(String question) {
        return Client.ask("soviet-union-1953-1964", "why?" + question);
    }

    private static String finding(JsonNode answer) {
        return answer.at("/finding/text").textValue();
    }

    private static List<String> setAside(JsonNode answer) {
        List<String> setAside = new ArrayList<>();
        for (JsonNode aside : answer.get("setAside")) {
            setAside.add(aside.at("/fact/position") + " " + aside.get("reason").textValue());
        }
        return setAside;
    }

    @Test
    void bulganin_was_premier_in_1957_by_two_facts_and_two_rumours_were_retracted() {
        JsonNode answer = why(PREMIER + "&on=1957-06-01");

        assertThat(finding(answer))
                .isEqualTo(
                        "On 1957-06-01: certainly Nikolai Bulganin as Premier of the Soviet Union.");
        assertThat(answer.at("/answers/0/footnote").textValue())
                .startsWith(
                        "Nikolai Bulganin as Premier of the Soviet Union, from 1955-02-08 until 1958-03-27."
                                + " Begin (fact 276): Bulganin's government")
                .endsWith("As known at position 636.");
        assertThat(setAside(answer)).containsExactly("270 retracted", "273 retracted");
        assertThat(answer.at("/setAside/1/by/0/reason").textValue()).contains("the wrong office");
        assertThat(answer.get("not").findValuesAsText("person"))
                .containsExactly(
                        "joseph-stalin", "georgy-malenkov", "nikita-khrushchev", "alexei-kosygin");
    }

    @Test
    void khrushchev_was_not_premier_yet_although_somebody_said_so() {
        JsonNode answer = why(PREMIER + "&person=nikita-khrushchev&on=1957-06-01");

        assertThat(finding(answer))
                .isEqualTo(
                        "On 1957-06-01: not Nikita Khrushchev as Premier of the Soviet Union."
                                + " Instead: certainly Nikolai Bulganin as Premier of the Soviet Union."
                                + " Nearest: Nikita Khrushchev as Premier of the Soviet Union"
                                + " (not yet: it began on 1958-03-27).");
        assertThat(setAside(answer)).contains("273 retracted");
        assertThat(answer.at("/instead/0/footnote").textValue())
                .startsWith(
                        "Nikolai Bulganin as Premier of the Soviet Union, from 1955-02-08 until 1958-03-27."
                                + " Begin (fact 276): Bulganin's government");
        assertThat(answer.at("/not/0/footnote").textValue())
                .startsWith(
                        "Nikita Khrushchev as Premier of the Soviet Union, from 1958-03-27 until")
                .contains("Begin (fact")
                .endsWith("As known at position 636.");
    }

    @Test
    void on_the_day_of_his_fall_khrushchev_is_only_possible() {
        JsonNode answer = why(PREMIER + "&on=1964-10-14");

        assertThat(answer.at("/answers/0/certainty").findValuesAsText("text"))
                .containsExactly(
                        "Only possible: its end is known no closer than 1964-10-14 to 1964-10-15,"
                                + " and may have come by 1964-10-14.");
    }

    @Test
    void where_stalin_lay_in_june_1961_was_uncertain_until_a_correction_came() {
        JsonNode before = why("person=joseph-stalin&on=1961-06-01&known=635");
        JsonNode after = why("person=joseph-stalin&on=1961-06-01&known=636");
        JsonNode now = why("person=joseph-stalin&on=1961-06-01");

        assertThat(before.get("answers").findValuesAsText("place"))
                .contains("kremlin-wall-necropolis", "lenins-mausoleum");
        assertThat(before.at("/finding/id").textValue()).isEqualTo("possible");
        assertThat(setAside(before)).contains("636 beyond-known").doesNotContain("531 corrected");
        assertThat(finding(after))
                .isEqualTo(
                        "On 1961-06-01: certainly the body of Joseph Stalin at Lenin's Mausoleum.");
        assertThat(after.at("/answers/0/because/1/correctedBy/position").intValue()).isEqualTo(636);
        assertThat(setAside(after)).contains("531 corrected").doesNotContain("636 beyond-known");
        assertThat(now).isEqualTo(after);
    }

    @Test
    void nobody_led_the_party_in_june_1953_and_those_around_are_named() {
        JsonNode answer = why("office=first-secretary-of-the-cpsu&on=1953-06-01");

        assertThat(answer.get("answers")).isEmpty();
        assertThat(finding(answer))
                .contains("not anybody as First Secretary")
                .contains("Georgy Malenkov")
                .contains("(no longer: it had ended on 1953-03-14)")
                .contains("(not yet: it began on 1953-09-07)");
    }
}
