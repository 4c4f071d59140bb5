package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The second axis: the page as it was believed. */
@OnThePage
class KnownIT {

    private static Locator asKnownToday(ThePage page) {
        return page.page().getByText("as known today", new Page.GetByTextOptions().setExact(true));
    }

    @Test
    void the_page_is_as_it_was_believed_and_what_differs_is_marked(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1961-06-01").page()).isThere();
        assertThat(asKnownToday(page)).isVisible();
        page.known().fill("635");
        assertThat(page.page().getByText(Pattern.compile("as known at fact 635"))).isVisible();
        assertThat(page.row("Joseph Stalin")).containsText("possibly");
        assertThat(page.page().getByText(Pattern.compile("differs? from today")).first())
                .isVisible();
        page.button("Next difference").click();
        assertThat(page.bar("other dates are believed today").first()).isFocused();
        assertThat(page.bar("other dates are believed today").first()).isInViewport();
        visitor.isAt("known=635");
        visitor.pictures("known-635");
        page.button("Back to today").click();
        assertThat(asKnownToday(page)).isVisible();
        assertThat(page.row("Joseph Stalin")).not().containsText("possibly");
    }

    @Test
    void it_says_when_that_was_recorded(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1961-06-01&known=635").page()).isThere();
        assertThat(page.known())
                .hasAttribute("aria-valuetext", Pattern.compile("fact 635 of 636, recorded .+"));
    }

    @Test
    void keys_move_it_fact_by_fact(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1961-06-01").page()).isThere();
        page.known().focus();
        page.page().keyboard().press("ArrowLeft");
        assertThat(page.known()).hasValue("635");
        assertThat(page.row("Joseph Stalin")).containsText("possibly");
        page.page().keyboard().press("Home");
        assertThat(page.page().getByText("Nothing is recorded for this date")).isVisible();
        page.page().keyboard().press("End");
        assertThat(page.state()).containsText("1 June 1961");
        assertThat(page.row("Joseph Stalin")).not().containsText("possibly");
    }

    @Test
    void beliefs_are_watched_changing(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1961-06-01").page()).isThere();
        page.button("Watch beliefs change").click();
        assertThat(page.button("Pause the change of beliefs")).isVisible();
        page.page().waitForCondition(() -> page.position() > 0 && page.position() < 636);
        page.button("Pause the change of beliefs").click();
        assertThat(page.button("Watch beliefs change")).isVisible();
        assertThat(page.exactly(AriaRole.BUTTON, "Back to today")).isVisible();
    }

    /** Until fact 260 people, offices and places are described, and no bar shows. */
    @Test
    void the_watch_goes_where_something_shows(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1961-06-01").page()).isThere();
        page.button("Watch beliefs change").click();
        page.page().waitForCondition(() -> page.position() < 636);
        assertThat(page.position()).isGreaterThanOrEqualTo(260);
        assertThat(page.bars().first()).isVisible();
    }

    @Test
    void it_says_whose_knowledge_it_is(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        assertThat(page.known())
                .hasAccessibleDescription(Pattern.compile("this log recorded its facts, not"));
    }

    @Test
    void back_goes_before_the_slide(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1961-06-01").page()).isThere();
        page.known().focus();
        for (int steps = 0; steps < 5; steps++) {
            page.page().keyboard().press("ArrowLeft");
        }
        assertThat(page.known()).hasValue("631");
        visitor.isAt("known=631");
        page.page().goBack();
        assertThat(page.known()).hasValue("636");
        assertThat(asKnownToday(page)).isVisible();
    }
}
