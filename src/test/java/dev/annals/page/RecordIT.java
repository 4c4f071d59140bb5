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

    private static MadeTimeline timeline(Visitor visitor) {
        return MadeTimeline.titled(visitor.service(), "To be written")
                .says(
                        fact("OfficeDescribed", "office", "premier", "title", "Premier"),
                        fact("PersonDescribed", "person", "malenkov", "name", "Georgy Malenkov"),
                        fact("PersonDescribed", "person", "bulganin", "name", "Nikolai Bulganin"),
                        assumed("premier", "malenkov", "1953-03-06"));
    }

    private static ThePage opened(Visitor visitor, MadeTimeline made) {
        ThePage page = new ThePage(visitor.opens(made.page() + "&on=1955-06-01").page()).isThere();
        page.heading("Record").click();
        page.labelled("Write token").fill(visitor.service().token());
        return page;
    }

    private static Locator effect(ThePage page) {
        return page.exactly(AriaRole.REGION, "What it would change");
    }

    @Test
    void a_fact_is_appended_once_its_effect_was_shown(Visitor visitor) {
        MadeTimeline made = timeline(visitor);
        ThePage page = opened(visitor, made);
        page.labelled("Kind of fact").selectOption("Somebody takes office");
        page.labelled("Office (required)").fill("Premier");
        page.labelled("Person (required)").fill("Nikolai Bulganin");
        page.labelled("Date (required)").fill("1955-02-08");
        page.labelled("Title of the source").fill("Pravda");
        page.button("Add a source").click();
        assertThat(page.labelled("Title of the source").last()).isFocused();
        page.button("Show what it changes").click();
        assertThat(effect(page)).containsText("Nikolai Bulganin, Premier");
        assertThat(effect(page)).containsText("Georgy Malenkov, Premier");
        assertThat(effect(page)).containsText("until 8 February 1955");
        assertThat(made.head()).as("nothing is sent yet").isEqualTo(4);
        visitor.pictures("record-effect");
        Axe.findsNothingOn(page.page());
        page.button("Append it to the log").click();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 5"))).isVisible();
        assertThat(page.row("Premier")).containsText("Nikolai Bulganin");
        assertThat(made.head()).isEqualTo(5);
        assertThat(visitor.address()).doesNotContain(visitor.service().token());
    }

    @Test
    void what_is_wrong_is_said_at_its_field(Visitor visitor) {
        visitor.expectsComplaint("status of 422");
        MadeTimeline made = timeline(visitor);
        ThePage page = opened(visitor, made);
        page.labelled("Person (required)").fill("malenkov");
        page.labelled("Date (required)").fill("1955-02-30");
        page.labelled("Web address").fill("no address");
        page.button("Show what it changes").click();
        Locator office = page.labelled("Office (required)");
        assertThat(office).hasAttribute("aria-invalid", "true");
        assertThat(office).isFocused();
        assertThat(office).hasAccessibleDescription(Pattern.compile("is missing"));
        assertThat(page.labelled("Date (required)"))
                .hasAccessibleDescription(Pattern.compile("February"));
        assertThat(page.labelled("Web address")).hasAttribute("aria-invalid", "true");
        assertThat(page.labelled("Title of the source")).hasAttribute("aria-invalid", "true");
        assertThat(page.labelled("Person (required)")).not().hasAttribute("aria-invalid", "true");
        visitor.pictures("record-violations");
        Axe.findsNothingOn(page.page());
        assertThat(made.head()).isEqualTo(4);
    }

    @Test
    void a_token_that_does_not_count_is_said_so(Visitor visitor) {
        visitor.expectsComplaint("status of 401");
        ThePage page = opened(visitor, timeline(visitor));
        page.labelled("Write token").fill("nobody's");
        page.button("Show what it changes").click();
        assertThat(page.labelled("Write token")).hasAttribute("aria-invalid", "true");
        assertThat(page.labelled("Write token"))
                .hasAccessibleDescription(Pattern.compile("does not count"));
    }

    @Test
    void a_fact_is_corrected(Visitor visitor) {
        visitor.expectsComplaint("status of 422");
        MadeTimeline made = timeline(visitor);
        ThePage page = opened(visitor, made);
        page.answers("Premier").click();
        page.why()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Correct this fact"))
                .first()
                .click();
        assertThat(page.heading("Correct a fact")).isVisible();
        assertThat(page.labelled("Date (required)")).hasValue("1953-03-06");
        page.labelled("Date (required)").fill("1953-3-5");
        page.button("Show what it changes").click();
        assertThat(page.labelled("Date (required)")).isFocused();
        page.labelled("Date (required)").fill("1953-03-05");
        page.labelled("Why it is corrected").fill("The evening before");
        page.button("Show what it changes").click();
        assertThat(effect(page)).containsText("since 6 March 1953");
        assertThat(effect(page)).containsText("since 5 March 1953");
        page.button("Append the correction").click();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 5"))).isVisible();
        assertThat(page.row("Premier")).containsText("5 March 1953");
    }

    @Test
    void a_fact_is_retracted(Visitor visitor) {
        visitor.expectsComplaint("status of 422");
        MadeTimeline made = timeline(visitor);
        ThePage page = opened(visitor, made);
        page.answers("Premier").click();
        page.why()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Retract this fact"))
                .first()
                .click();
        assertThat(page.heading("Retract a fact")).isVisible();
        page.button("Show what it changes").click();
        assertThat(page.labelled("Reason (required)"))
                .hasAccessibleDescription(Pattern.compile("is missing"));
        page.labelled("Reason (required)").fill("Made up");
        page.button("Show what it changes").click();
        assertThat(effect(page)).containsText("Georgy Malenkov, Premier");
        visitor.pictures("record-retraction");
        page.button("Append the retraction").click();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 5"))).isVisible();
        assertThat(page.row("Premier")).hasCount(0);
    }

    @Test
    void what_came_in_between_is_seen_before_it_is_sent(Visitor visitor) {
        visitor.expectsComplaint("status of 409");
        MadeTimeline made = timeline(visitor);
        ThePage page = opened(visitor, made);
        page.labelled("Office (required)").fill("premier");
        page.labelled("Person (required)").fill("bulganin");
        page.labelled("Date (required)").fill("1955-02-08");
        page.button("Show what it changes").click();
        assertThat(effect(page)).isVisible();
        made.says(assumed("premier", "khrushchev", "1954"));
        page.button("Append it to the log").click();
        assertThat(page.page().getByText(Pattern.compile("appended meanwhile"))).isVisible();
        assertThat(made.head()).isEqualTo(5);
        page.button("Show what it changes").click();
        assertThat(effect(page)).containsText("khrushchev");
        page.button("Append it to the log").click();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 6"))).isVisible();
    }

    @Test
    void what_is_changed_while_its_effect_is_asked_for_is_asked_anew(Visitor visitor) {
        MadeTimeline made = timeline(visitor);
        ThePage page = opened(visitor, made);
        List<Route> held = new ArrayList<>();
        page.page().route(url -> url.contains("preview=true"), held::add);
        says(page, "1955-02-08");
        page.button("Show what it changes").click();
        page.page().waitForCondition(() -> held.size() == 1);
        page.labelled("Date (required)").fill("1956-01-01");
        page.page().unrouteAll();
        page.page().waitForResponse(r -> r.url().contains("preview=true"), held.getFirst()::resume);
        assertThat(page.button("Show what it changes")).isEnabled();
        assertThat(effect(page)).hasCount(0);
        page.button("Show what it changes").click();
        assertThat(effect(page)).containsText("until 1 January 1956");
        page.button("Append it to the log").click();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 5"))).isVisible();
        assertThat(page.row("Premier")).containsText("until 1 January 1956");
    }

    @Test
    void what_is_begun_while_a_fact_is_sent_stays(Visitor visitor) {
        MadeTimeline made = timeline(visitor);
        ThePage page = opened(visitor, made);
        says(page, "1955-02-08");
        page.button("Show what it changes").click();
        assertThat(effect(page)).isVisible();
        List<Route> held = new ArrayList<>();
        page.page().route(url -> url.endsWith("/facts"), held::add);
        page.button("Append it to the log").click();
        page.page().waitForCondition(() -> held.size() == 1);
        page.labelled("Date (required)").fill("1956-01-01");
        held.getFirst().resume();
        assertThat(page.page().getByText(Pattern.compile("^Recorded as fact 5"))).isVisible();
        assertThat(page.labelled("Date (required)")).hasValue("1956-01-01");
        assertThat(page.button("Show what it changes")).isEnabled();
    }

    private static void says(ThePage page, String date) {
        page.labelled("Office (required)").fill("premier");
        page.labelled("Person (required)").fill("bulganin");
        page.labelled("Date (required)").fill(date);
    }

    @Test
    void who_is_only_mentioned_is_watched_too(Visitor visitor) {
        visitor.expectsComplaint("status of 409");
        ObjectNode visit = fact("EventOccurred", "title", "A visit", "date", "1953-07-10");
        visit.putArray("people").add("tito");
        MadeTimeline made = timeline(visitor).says(visit);
        ThePage page = opened(visitor, made);
        page.bar("Event: A visit").press("Enter");
        page.button("Retract this fact").click();
        page.labelled("Reason (required)").fill("Made up");
        page.button("Show what it changes").click();
        assertThat(effect(page)).containsText("No longer mentioned Person: tito");
        made.says(fact("PersonDescribed", "person", "tito", "name", "Josip Broz Tito"));
        page.button("Append the retraction").click();
        assertThat(page.page().getByText(Pattern.compile("appended meanwhile"))).isVisible();
        assertThat(made.head()).isEqualTo(6);
    }

    @Test
    void an_office_described_anew_is_told_field_by_field(Visitor visitor) {
        ThePage page = opened(visitor, timeline(visitor));
        page.labelled("Kind of fact").selectOption("About an office");
        page.labelled("Office (required)").fill("premier");
        page.labelled("Title (required)").fill("Head of government");
        page.labelledExactly("Place").fill("moscow");
        page.button("Show what it changes").click();
        assertThat(effect(page)).containsText("Called otherwise Office: Head of government");
        assertThat(effect(page)).containsText("Told anew Office: Head of government");
        assertThat(effect(page).getByRole(AriaRole.INSERTION).getByText("place")).isVisible();
    }

    @Test
    void no_secure_origin_is_needed(Visitor visitor) {
        visitor.page().addInitScript("delete Crypto.prototype.randomUUID");
        ThePage page = opened(visitor, timeline(visitor));
        says(page, "1955-02-08");
        page.button("Show what it changes").click();
        assertThat(effect(page)).isVisible();
    }

    @Test
    void focus_has_a_place_when_its_button_goes(Visitor visitor) {
        ThePage page = opened(visitor, timeline(visitor));
        says(page, "1955-02-08");
        page.button("Show what it changes").click();
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
        MadeTimeline made = timeline(visitor);
        ThePage page = opened(visitor, made);
        page.page().reload();
        page.isThere().heading("Record").click();
        assertThat(page.labelled("Write token")).hasValue(visitor.service().token());
        assertThat(page.page().evaluate("() => localStorage.length + document.cookie.length"))
                .isEqualTo(0);
        assertThat(visitor.address()).doesNotContain(visitor.service().token());
    }
}
