package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Facts are written, corrected and retracted, and what that changes is shown before. */
@OnThePage
class RecordIT {

    @Test
    void a_fact_is_appended_once_its_effect_was_shown(Visitor visitor) {
        MadeTimeline made = TheForm.timeline(visitor);
        TheForm form = TheForm.opened(visitor, made);
        ThePage page = form.page();
        page.labelled("Kind of fact").selectOption("Somebody takes office");
        form.says("Premier", "Nikolai Bulganin", "1955-02-08");
        page.labelled("Title of the source").fill("Pravda");
        page.button("Add a source").click();
        assertThat(page.labelled("Title of the source").last()).isFocused();
        form.previews();
        assertThat(form.effect()).containsText("Nikolai Bulganin, Premier");
        assertThat(form.effect()).containsText("Georgy Malenkov, Premier");
        assertThat(form.effect()).containsText("until 8 February 1955");
        assertThat(made.head()).as("nothing is sent yet").isEqualTo(4);
        visitor.pictures("record-effect");
        Axe.findsNothingOn(page.page());
        form.appends();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 5"))).isVisible();
        assertThat(page.row("Premier")).containsText("Nikolai Bulganin");
        assertThat(made.head()).isEqualTo(5);
        assertThat(visitor.address()).doesNotContain(visitor.service().token());
    }

    @Test
    void what_is_wrong_is_said_at_its_field(Visitor visitor) {
        visitor.expectsComplaint("status of 422");
        MadeTimeline made = TheForm.timeline(visitor);
        TheForm form = TheForm.opened(visitor, made);
        ThePage page = form.page();
        form.required("Person").fill("malenkov");
        form.required("Date").fill("1955-02-30");
        page.labelled("Web address").fill("no address");
        form.previews();
        Locator office = form.required("Office");
        assertThat(office).hasAttribute("aria-invalid", "true");
        assertThat(office).isFocused();
        assertThat(office).hasAccessibleDescription(Pattern.compile("is missing"));
        assertThat(form.required("Date")).hasAccessibleDescription(Pattern.compile("February"));
        assertThat(page.labelled("Web address")).hasAttribute("aria-invalid", "true");
        assertThat(page.labelled("Title of the source")).hasAttribute("aria-invalid", "true");
        assertThat(form.required("Person")).not().hasAttribute("aria-invalid", "true");
        visitor.pictures("record-violations");
        Axe.findsNothingOn(page.page());
        assertThat(made.head()).isEqualTo(4);
    }

    @Test
    void a_token_that_does_not_count_is_said_so(Visitor visitor) {
        visitor.expectsComplaint("status of 401");
        TheForm form = TheForm.opened(visitor, TheForm.timeline(visitor));
        ThePage page = form.page();
        page.labelled("Write token").fill("nobody's");
        form.previews();
        assertThat(page.labelled("Write token")).hasAttribute("aria-invalid", "true");
        assertThat(page.labelled("Write token"))
                .hasAccessibleDescription(Pattern.compile("does not count"));
    }

    @Test
    void a_fact_is_corrected(Visitor visitor) {
        visitor.expectsComplaint("status of 422");
        MadeTimeline made = TheForm.timeline(visitor);
        TheForm form = TheForm.opened(visitor, made);
        ThePage page = form.page();
        form.amends("Premier", "Correct");
        assertThat(page.heading("Correct a fact")).isVisible();
        assertThat(form.required("Date")).hasValue("1953-03-06");
        form.required("Date").fill("1953-03-32");
        form.previews();
        assertThat(form.required("Date")).isFocused();
        form.required("Date").fill("1953-03-05");
        page.labelled("Why it is corrected").fill("The evening before");
        form.previews();
        assertThat(form.effect()).containsText("since 6 March 1953");
        assertThat(form.effect()).containsText("since 5 March 1953");
        page.button("Append the correction").click();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 5"))).isVisible();
        assertThat(page.row("Premier")).containsText("5 March 1953");
    }

    @Test
    void a_fact_is_retracted(Visitor visitor) {
        visitor.expectsComplaint("status of 422");
        MadeTimeline made = TheForm.timeline(visitor);
        TheForm form = TheForm.opened(visitor, made);
        ThePage page = form.page();
        form.amends("Premier", "Retract");
        assertThat(page.heading("Retract a fact")).isVisible();
        form.previews();
        assertThat(form.required("Reason")).hasAccessibleDescription(Pattern.compile("is missing"));
        form.required("Reason").fill("Made up");
        form.previews();
        assertThat(form.effect()).containsText("Georgy Malenkov, Premier");
        visitor.pictures("record-retraction");
        page.button("Append the retraction").click();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 5"))).isVisible();
        assertThat(page.row("Premier")).hasCount(0);
    }

    @Test
    void what_came_in_between_is_seen_before_it_is_sent(Visitor visitor) {
        visitor.expectsComplaint("status of 409");
        MadeTimeline made = TheForm.timeline(visitor);
        TheForm form = TheForm.opened(visitor, made);
        ThePage page = form.page();
        form.says("premier", "bulganin", "1955-02-08");
        form.previews();
        assertThat(form.effect()).isVisible();
        made.says(assumed("premier", "khrushchev", "1954"));
        form.appends();
        assertThat(page.page().getByText(Pattern.compile("appended meanwhile"))).isVisible();
        assertThat(made.head()).isEqualTo(5);
        form.previews();
        assertThat(form.effect()).containsText("khrushchev");
        form.appends();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 6"))).isVisible();
    }

    @Test
    void what_is_changed_while_its_effect_is_asked_for_is_asked_anew(Visitor visitor) {
        MadeTimeline made = TheForm.timeline(visitor);
        TheForm form = TheForm.opened(visitor, made);
        ThePage page = form.page();
        List<Route> held = new ArrayList<>();
        page.page().route(url -> url.contains("preview=true"), held::add);
        form.says("premier", "bulganin", "1955-02-08");
        form.previews();
        page.page().waitForCondition(() -> held.size() == 1);
        form.required("Date").fill("1956-01-01");
        page.page().unrouteAll();
        page.page().waitForResponse(r -> r.url().contains("preview=true"), held.getFirst()::resume);
        assertThat(page.button("Show what it changes")).isEnabled();
        assertThat(form.effect()).hasCount(0);
        form.previews();
        assertThat(form.effect()).containsText("until 1 January 1956");
        form.appends();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 5"))).isVisible();
        assertThat(page.row("Premier")).containsText("until 1 January 1956");
    }

    @Test
    void what_is_begun_while_a_fact_is_sent_stays(Visitor visitor) {
        MadeTimeline made = TheForm.timeline(visitor);
        TheForm form = TheForm.opened(visitor, made);
        ThePage page = form.page();
        form.says("premier", "bulganin", "1955-02-08");
        form.previews();
        assertThat(form.effect()).isVisible();
        List<Route> held = new ArrayList<>();
        page.page().route(url -> url.endsWith("/facts"), held::add);
        form.appends();
        page.page().waitForCondition(() -> held.size() == 1);
        form.required("Date").fill("1956-01-01");
        held.getFirst().resume();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 5"))).isVisible();
        assertThat(form.required("Date")).hasValue("1956-01-01");
        assertThat(page.button("Show what it changes")).isEnabled();
    }

    @Test
    void who_is_only_mentioned_is_watched_too(Visitor visitor) {
        visitor.expectsComplaint("status of 409");
        ObjectNode visit = fact("EventOccurred", "title", "A visit", "date", "1953-07-10");
        visit.putArray("people").add("tito");
        MadeTimeline made = TheForm.timeline(visitor).says(visit);
        TheForm form = TheForm.opened(visitor, made);
        ThePage page = form.page();
        page.bar("Event: A visit").press("Enter");
        page.button("Retract this fact").click();
        form.required("Reason").fill("Made up");
        form.previews();
        assertThat(form.effect()).containsText("No longer mentioned Person: tito");
        made.says(fact("PersonDescribed", "person", "tito", "name", "Josip Broz Tito"));
        page.button("Append the retraction").click();
        assertThat(page.page().getByText(Pattern.compile("appended meanwhile"))).isVisible();
        assertThat(made.head()).isEqualTo(6);
    }

    @Test
    void an_office_described_anew_is_told_field_by_field(Visitor visitor) {
        TheForm form = TheForm.opened(visitor, TheForm.timeline(visitor));
        ThePage page = form.page();
        page.labelled("Kind of fact").selectOption("About an office");
        form.required("Office").fill("premier");
        form.required("Title").fill("Head of government");
        page.labelledExactly("Place").fill("moscow");
        form.previews();
        assertThat(form.effect()).containsText("Called otherwise Office: Head of government");
        assertThat(form.effect()).containsText("Told anew Office: Head of government");
        assertThat(form.effect().getByRole(AriaRole.INSERTION).getByText("place")).isVisible();
    }

    @Test
    void no_secure_origin_is_needed(Visitor visitor) {
        visitor.page().addInitScript("delete Crypto.prototype.randomUUID");
        TheForm form = TheForm.opened(visitor, TheForm.timeline(visitor));
        ThePage page = form.page();
        form.says("premier", "bulganin", "1955-02-08");
        form.previews();
        assertThat(form.effect()).isVisible();
    }

    @Test
    void focus_has_a_place_when_its_button_goes(Visitor visitor) {
        TheForm form = TheForm.opened(visitor, TheForm.timeline(visitor));
        ThePage page = form.page();
        form.says("premier", "bulganin", "1955-02-08");
        form.previews();
        page.button("Go on writing").click();
        assertThat(page.heading("A new fact")).isFocused();
        page.answers("Premier").click();
        page.button("Correct this fact").first().click();
        assertThat(page.heading("Correct a fact")).isFocused();
        page.button("Record a new fact instead").click();
        assertThat(page.heading("A new fact")).isFocused();
    }

    @Test
    void the_token_stays_in_the_tab(Visitor visitor) {
        MadeTimeline made = TheForm.timeline(visitor);
        TheForm form = TheForm.opened(visitor, made);
        ThePage page = form.page();
        page.page().reload();
        page.isThere().heading("Record").click();
        assertThat(page.labelled("Write token")).hasValue(visitor.service().token());
        assertThat(page.page().evaluate("() => localStorage.length + document.cookie.length"))
                .isEqualTo(0);
        assertThat(visitor.address()).doesNotContain(visitor.service().token());
    }
}
