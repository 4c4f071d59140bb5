package dev.annals.timelines;

import static dev.annals.timelines.Flagship.like;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Nothing in the file contradicts anything else in it; and what would is seen. */
class FlagshipLogicTest {

    private static final Flagship FILE = Flagship.shipped();
    private static final LogicFaults SHIPPED = new LogicFaults(FILE);

    private static final String PREMIER = "premier-of-the-soviet-union";
    private static final Predicate<JsonNode> ASSUMED = like("type", "OfficeAssumed");
    private static final Predicate<JsonNode> VACATED = like("type", "OfficeVacated");

    @Test
    void no_office_has_more_certain_holders_than_seats() {
        assertThat(SHIPPED.tooManyHolders()).isEmpty();
    }

    @Test
    void two_certain_holders_of_one_seat_would_be_seen() {
        Flagship planted =
                FILE.plus(
                                ASSUMED,
                                "office",
                                PREMIER,
                                "person",
                                "ivan-serov",
                                "date",
                                "[1957..1959]")
                        .plus(VACATED, "office", PREMIER, "person", "ivan-serov", "date", "1962");

        assertThat(new LogicFaults(planted).tooManyHolders())
                .anyMatch(fault -> fault.startsWith(PREMIER + " on 1959-12-31"));
    }

    @Test
    void three_certain_holders_of_two_seats_would_be_seen() {
        Predicate<JsonNode> office =
                like("type", "OfficeDescribed", "office", "first-deputy-premier");
        var two = FILE.with(office, "note", "planted");
        two.first(office).put("seats", 2);

        assertThat(new LogicFaults(two).tooManyHolders())
                .anyMatch(fault -> fault.startsWith("first-deputy-premier on 1953-03-05"));
    }

    @Test
    void everybody_who_was_followed_had_left() {
        assertThat(SHIPPED.replacedWithoutLeaving()).isEmpty();
    }

    @Test
    void a_holder_who_was_followed_without_leaving_would_be_seen() {
        Flagship planted = FILE.without(like("type", "OfficeVacated", "person", "ivan-serov"));

        assertThat(new LogicFaults(planted).replacedWithoutLeaving())
                .singleElement()
                .asString()
                .contains("chairman-of-the-kgb: ivan-serov", "by alexander-shelepin");
    }

    @Test
    void no_office_is_assumed_outside_of_its_time_or_the_holders() {
        assertThat(SHIPPED.assumedOutOfLife()).isEmpty();
    }

    @Test
    void an_office_assumed_after_death_would_be_seen() {
        assertOutOfLife(PREMIER, "joseph-stalin", "1953-03-06", "after death");
    }

    @Test
    void an_office_assumed_before_birth_would_be_seen() {
        assertOutOfLife(PREMIER, "nikita-khrushchev", "1893", "before birth");
    }

    @Test
    void an_office_assumed_after_its_abolition_would_be_seen() {
        assertOutOfLife("navy-minister", "nikolai-kuznetsov", "1953-03-16", "after abolition");
    }

    @Test
    void an_office_assumed_before_its_establishment_would_be_seen() {
        assertOutOfLife("chairman-of-the-kgb", "ivan-serov", "1954-03-12", "before establishment");
    }

    @Test
    void every_vacation_ends_a_tenure() {
        assertThat(SHIPPED.vacationsWithoutTenure()).isEmpty();
    }

    @Test
    void a_vacation_that_ends_no_tenure_would_be_seen() {
        Flagship never =
                FILE.plus(VACATED, "office", PREMIER, "person", "ivan-serov", "date", "1960");
        Flagship rival =
                FILE.plus(ASSUMED, "office", PREMIER, "person", "ivan-serov", "date", "1960");

        assertThat(new LogicFaults(never).vacationsWithoutTenure()).hasSize(1);
        assertThat(new LogicFaults(rival).vacationsWithoutTenure())
                .singleElement()
                .asString()
                .contains("nikita-khrushchev");
    }

    @Test
    void every_body_is_taken_from_where_it_certainly_lay() {
        assertThat(SHIPPED.misplacedBodies()).isEmpty();
    }

    @Test
    void a_body_taken_from_elsewhere_would_be_seen() {
        var funeral = like("type", "BodyRelocated", "date", "1953-03-09");
        var first = like("type", "BodyRelocated", "date", "1953-03-06");

        assertMisplaced(FILE.with(funeral, "from", "kuntsevo-dacha"));
        assertMisplaced(FILE.with(funeral, "date", "1953-03-09?"));
        assertMisplaced(FILE.withoutField(funeral, "from"));
        assertMisplaced(FILE.with(first, "from", "moscow-kremlin"));
        assertMisplaced(FILE.without(first));
    }

    @Test
    void nobody_died_before_birth() {
        assertThat(SHIPPED.diedBeforeBirth()).isEmpty();
    }

    @Test
    void a_death_before_birth_would_be_seen() {
        var birth = like("type", "PersonBorn", "person", "nikita-khrushchev");
        Flagship planted = FILE.with(birth, "date", "1971-09-12");

        assertThat(new LogicFaults(planted).diedBeforeBirth()).hasSize(1);
    }

    @Test
    void nobody_is_born_or_dies_twice_and_no_office_begins_or_ends_twice() {
        assertThat(SHIPPED.toldTwice()).isEmpty();
    }

    @Test
    void a_second_death_would_be_seen() {
        Flagship retraction = FILE.without(like("type", "FactRetracted"));

        assertThat(new LogicFaults(retraction).toldTwice())
                .contains("death of joseph-stalin", "birth of joseph-stalin");
    }

    private static void assertOutOfLife(String office, String person, String date, String what) {
        Flagship planted = FILE.plus(ASSUMED, "office", office, "person", person, "date", date);

        assertThat(new LogicFaults(planted).assumedOutOfLife()).anyMatch(f -> f.contains(what));
    }

    private static void assertMisplaced(Flagship planted) {
        assertThat(new LogicFaults(planted).misplacedBodies())
                .anyMatch(fault -> fault.contains("joseph-stalin"));
    }
}
