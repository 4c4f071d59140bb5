package dev.annals.web;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.fact;
import static dev.annals.testing.Facts.vacated;
import static dev.annals.web.ConflictWords.died;
import static dev.annals.web.ConflictWords.in;
import static dev.annals.web.ConflictWords.seats;
import static dev.annals.web.ConflictWords.tookOffice;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each kind of conflict by the least that makes it, and by the next thing that does not. */
@QuarkusTest
@RunningService
class ConflictKindsTest {

    private static List<String> of(ObjectNode... facts) {
        String timeline = Client.timeline();
        Client.append(timeline, Facts.list(facts)).expect(201);
        return in(timeline, "");
    }

    private static ObjectNode born(String date) {
        return fact("PersonBorn", "person", "stalin", "date", date);
    }

    private static ObjectNode established(String date) {
        return fact("OfficeEstablished", "office", "premier", "date", date);
    }

    private static ObjectNode abolished(String date) {
        return fact("OfficeAbolished", "office", "premier", "date", date);
    }

    private static ObjectNode moved(String from, String to, String date) {
        ObjectNode fact = fact("BodyRelocated", "person", "stalin", "to", to, "date", date);
        return from == null ? fact : fact.put("from", from);
    }

    private static ObjectNode renamed(String from, String to, String date) {
        ObjectNode fact = fact("PlaceRenamed", "place", "volgograd", "to", to, "date", date);
        return from == null ? fact : fact.put("from", from);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @Test
    void nobody_assumes_an_office_after_death() {
        assertThat(of(died("1953-03-05"), tookOffice("1953-03-17")))
                .containsExactly("assumed-after-death 12");
        assertThat(of(died("1953-03-05"), tookOffice("1953-03-06")))
                .containsExactly("assumed-after-death 1");
        assertThat(of(died("1953-03-05"), tookOffice("1953-03-05"))).isEmpty();
        assertThat(of(died("1953-03"), tookOffice("1953-03-31"))).isEmpty();
        assertThat(of(died("1953-03"), tookOffice("1953-04"))).hasSize(1);
    }

    @Test
    void a_date_in_doubt_is_moved_by_its_margin_before_it_contradicts() {
        assertThat(of(died("1953-03-05?"), tookOffice("1953-04-05"))).isEmpty();
        assertThat(of(died("1953-03-05?"), tookOffice("1953-04-06")))
                .containsExactly("assumed-after-death 1");
        assertThat(of(died("1953-03-05?"), tookOffice("1953-05-07~"))).hasSize(1);
        assertThat(of(died("1953-03-05?"), tookOffice("1953-05-06~"))).isEmpty();
        assertThat(of(died("194X?"), tookOffice("1990-01-01"))).isEmpty();
    }

    @Test
    void of_several_deaths_one_that_surely_came_before_is_enough() {
        assertThat(of(died("1953-03-05"), died("1960-01-01"), tookOffice("1953-03-07")))
                .containsExactly("assumed-after-death 2");
    }

    @Test
    void nobody_assumes_an_office_before_birth() {
        assertThat(of(born("1878-12-18"), tookOffice("1878-12-17")))
                .containsExactly("assumed-before-birth 1");
        assertThat(of(born("1878-12-18"), tookOffice("1878-12-18"))).isEmpty();
        assertThat(of(born("1878-12-18"), tookOffice("1878"))).isEmpty();
    }

    @Test
    void nobody_dies_before_birth() {
        assertThat(of(born("1878-12-18"), died("1878-12-16")))
                .containsExactly("death-before-birth 2");
        assertThat(of(born("1878-12-18"), died("1878-12-18"))).isEmpty();
        assertThat(of(born("1878-12-18~"), died("1878-12-16"))).isEmpty();
    }

    @Test
    void an_abolished_office_is_not_assumed_unless_it_was_established_again() {
        ObjectNode abolished = abolished("1953-03-05");
        ObjectNode assumed = tookOffice("1953-03-08");
        assertThat(of(abolished, assumed)).containsExactly("assumed-after-abolition 3");
        assertThat(of(abolished, tookOffice("1953-03-05"))).isEmpty();
        assertThat(of(abolished, assumed, established("1953-03-04")))
                .containsExactly("assumed-after-abolition 3");
        assertThat(of(abolished, assumed, established("1953-03-05"))).isEmpty();
        assertThat(of(abolished, assumed, established("1953-03-08"))).isEmpty();
        assertThat(of(abolished, assumed, established("1953"))).isEmpty();
        assertThat(of(abolished, assumed, established("1953-03-09")))
                .containsExactly("assumed-after-abolition 3", "assumed-before-establishment 1");
    }

    @Test
    void an_office_is_not_assumed_before_its_first_establishment() {
        ObjectNode established = established("1953-03-05");
        assertThat(of(established, tookOffice("1953-03-04")))
                .containsExactly("assumed-before-establishment 1");
        assertThat(of(established, tookOffice("1953-03-05"))).isEmpty();
        assertThat(of(established, tookOffice("1953-03-04"), established("1922"))).isEmpty();
        // What was abolished in between had been there.
        assertThat(of(established, tookOffice("1953-03-01"), abolished("1953-03-03"))).isEmpty();
        assertThat(of(established, tookOffice("1953-03-01"), abolished("1953-03-06"))).hasSize(1);
    }

    @Test
    void a_vacation_ends_a_tenure() {
        ObjectNode vacated = vacated("premier", "stalin", "1953-03-05");
        assertThat(of(vacated)).containsExactly("vacation-without-tenure null");
        assertThat(of(vacated, tookOffice("1953-03-07")))
                .containsExactly("vacation-without-tenure 2");
        assertThat(of(vacated, tookOffice("1953-03-05"))).isEmpty();
        assertThat(of(vacated, tookOffice("1941-05-06"))).isEmpty();
        assertThat(of(vacated, assumed("premier", "malenkov", "1953-03-01"))).hasSize(1);
        assertThat(of(vacated, vacated.deepCopy().put("id", id()), tookOffice("1941-05-06")))
                .containsExactly("vacation-without-tenure 0");
    }

    @Test
    void a_body_is_taken_from_where_it_lies() {
        ObjectNode first = moved(null, "mausoleum", "1953-03-09");
        ObjectNode second = moved("kremlin-wall", "elsewhere", "1961-10-31");
        assertThat(of(first, second))
                .containsExactly("relocation-from-elsewhere null kremlin-wall mausoleum");
        assertThat(of(first, moved("mausoleum", "kremlin-wall", "1961-10-31"))).isEmpty();
        assertThat(of(first, moved("kremlin-wall", "elsewhere", "1953-03-09"))).isEmpty();
        assertThat(of(first, second, moved(null, "kremlin-wall", "1961"))).isEmpty();
        assertThat(of(first, second, moved(null, "kremlin-wall", "1961-11"))).hasSize(1);
        assertThat(of(first, second, moved(null, "kremlin-wall", "1953-03-08"))).hasSize(1);
        assertThat(of(moved(null, "mausoleum", "1953-03-09?"), second)).hasSize(1);
        assertThat(of(moved(null, "mausoleum", "1961-10-01?"), second)).isEmpty();
    }

    @Test
    void a_renaming_replaces_the_name_that_is() {
        ObjectNode first = renamed("Tsaritsyn", "Stalingrad", "1925-04-10");
        assertThat(of(first, renamed("Tsaritsyn", "Volgograd", "1961-11-10")))
                .containsExactly("renamed-from-another-name null Tsaritsyn Stalingrad");
        assertThat(of(first, renamed("Stalingrad", "Volgograd", "1961-11-10"))).isEmpty();
        assertThat(of(first, renamed("Tsaritsyn", "Volgograd", "1925-04-10"))).isEmpty();
    }

    @Test
    void an_office_with_one_seat_has_one_holder_at_a_time() {
        ObjectNode some = assumed("premier", "bulganin", "1953");
        ObjectNode other = assumed("premier", "malenkov", "1953-06-01");
        assertThat(of(some, other, vacated("premier", "bulganin", "1954-01-10")))
                .containsExactly("two-holders 10 malenkov bulganin");
        assertThat(of(some, other, vacated("premier", "bulganin", "1953-12-31"))).isEmpty();
        assertThat(
                        of(
                                some,
                                other.deepCopy().put("acting", true),
                                vacated("premier", "bulganin", "1954-01-10")))
                .isEmpty();
        assertThat(of(some, other)).isEmpty();
    }

    @Test
    void an_office_has_no_more_holders_than_seats() {
        ObjectNode[] facts = {
            seats(2),
            assumed("premier", "bulganin", "1950-01-01"),
            assumed("premier", "malenkov", "1951-01-01"),
            assumed("premier", "stalin", "1953-01-01"),
            vacated("premier", "malenkov", "1953-01-02")
        };
        assertThat(of(facts)).containsExactly("more-holders-than-seats 1 bulganin malenkov stalin");
        facts[4] = vacated("premier", "malenkov", "1953-01-01");
        assertThat(of(facts)).isEmpty();
        facts[4] = vacated("premier", "nobody", "1953-01-01");
        assertThat(of(facts))
                .containsExactly(
                        "more-holders-than-seats null bulganin malenkov stalin",
                        "vacation-without-tenure null");
        facts[4] = seats(0);
        assertThat(of(facts)).isEmpty();
        facts[4] = seats(3);
        assertThat(of(facts)).isEmpty();
        facts[4] = seats(2);
        facts[3].put("acting", true);
        assertThat(of(facts)).isEmpty();
    }
}
