package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.annals.testing.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Facts are written in the words of people: names and dates, not slugs and EDTF. */
@OnThePage
class RecordNamesIT {

    @Test
    void who_is_new_is_described_in_the_same_breath(Visitor visitor) {
        MadeTimeline made = TheForm.timeline(visitor);
        TheForm form = TheForm.opened(visitor, made);
        form.says("Reich President", "Friedrich Ebért", "11 February 1919");
        assertThat(form.required("Person"))
                .hasAccessibleDescription(Pattern.compile("New .* as friedrich-ebert"));
        form.previews();
        assertThat(form.effect()).containsText("First mention Person: Friedrich Ebért");
        assertThat(form.effect()).containsText("First mention Office: Reich President");
        assertThat(form.effect()).containsText("since 11 February 1919");
        visitor.pictures("record-new-names");
        form.appends();
        ThePage page = form.page();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 7"))).isVisible();
        assertThat(page.row("Reich President")).containsText("Friedrich Ebért");
        assertThat(made.head()).isEqualTo(7);
        form.says("reich president", "FRIEDRICH EBÉRT", "1920");
        assertThat(form.required("Person")).not().hasAccessibleDescription(Pattern.compile("New"));
    }

    @Test
    void several_people_are_named_in_one_field(Visitor visitor) {
        MadeTimeline made = TheForm.timeline(visitor);
        TheForm form = TheForm.opened(visitor, made);
        ThePage page = form.page();
        page.labelled("Kind of fact").selectOption("Something happens");
        form.required("Title").fill("A visit");
        form.required("Date").fill("June 1953");
        page.labelledExactly("People").fill("Nikolai Bulganin, Josip Broz Tito, Хрущёв");
        page.labelledExactly("Place").fill("Belgrade");
        form.previews();
        assertThat(form.effect()).containsText("First mention Person: Josip Broz Tito");
        assertThat(form.effect()).containsText("First mention Person: Хрущёв");
        assertThat(form.effect()).containsText("First mention Place: Belgrade");
        assertThat(form.effect()).not().containsText("Bulganin");
        form.appends();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 8"))).isVisible();
        assertThat(page.bar("Event: A visit, June 1953")).isVisible();
    }

    @Test
    void a_correction_shows_names_and_sends_slugs(Visitor visitor) {
        MadeTimeline made = TheForm.timeline(visitor);
        TheForm form = TheForm.opened(visitor, made).amends("Premier", "Correct");
        assertThat(form.required("Office")).hasValue("Premier");
        assertThat(form.required("Person")).hasValue("Georgy Malenkov");
        form.required("Person").fill("Nikolai Bulganin");
        form.previews();
        form.page().button("Append the correction").click();
        assertThat(form.page().row("Premier")).containsText("Nikolai Bulganin");
        assertThat(made.head()).isEqualTo(5);
    }

    @Test
    void without_a_token_it_is_said_that_it_is_missing(Visitor visitor) {
        TheForm form = TheForm.opened(visitor, TheForm.timeline(visitor));
        form.page().labelled("Write token").fill("");
        form.previews();
        assertThat(form.page().labelled("Write token"))
                .hasAccessibleDescription(Pattern.compile("is missing"));
        assertThat(form.page().labelled("Write token")).isFocused();
    }

    @Test
    void what_was_wrong_is_forgotten_when_it_is_written_anew(Visitor visitor) {
        visitor.expectsComplaint("status of 422");
        TheForm form = TheForm.opened(visitor, TheForm.timeline(visitor));
        form.says("Premier", "Nikolai Bulganin", "31 June 1955").previews();
        assertThat(form.required("Date")).hasAccessibleDescription(Pattern.compile("June"));
        form.required("Date").fill("");
        assertThat(form.required("Date")).not().hasAttribute("aria-invalid", "true");
    }

    @Test
    void what_is_retracted_is_neither_corrected_nor_retracted(Visitor visitor) {
        String id = "0193f5a0-0000-7000-8000-000000000001";
        MadeTimeline made = TheForm.timeline(visitor);
        ObjectNode visit = fact("EventOccurred", "title", "A visit", "date", "1955-06-01");
        made.says(visit.put("id", id));
        made.says(fact("FactRetracted", "fact", id, "reason", "Made up"));
        ThePage page =
                new ThePage(visitor.opens(made.page() + "&on=1955-06-01&fact=" + id).page())
                        .isThere();
        assertThat(page.page().getByText("It does not count any more")).isVisible();
        assertThat(page.button("Correct this fact")).hasCount(0);
        assertThat(page.button("Retract this fact")).hasCount(0);
    }
}
