package dev.annals.formats.popolo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeDescribed;
import dev.annals.domain.fact.Fact.OfficeVacated;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.ReadFacts;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipsTest extends PopoloDocuments {

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
}
