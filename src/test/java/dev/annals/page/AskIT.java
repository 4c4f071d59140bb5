package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any date is answered, with what is certain and what is only possible, and why. */
@OnThePage
class AskIT {

    @ParameterizedTest
    @CsvSource({"1961-10, October 1961", "1961, 1961", "1961-06-01?, 1 June 1961"})
    void a_month_or_a_year_is_asked_as_edtf(String date, String words, Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        page.asks(date);
        assertThat(page.state()).containsText(words);
        assertThat(page.date()).hasValue(date);
    }

    @Test
    void what_is_only_possible_is_told_in_words(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        page.asks("1964-10-14");
        assertThat(page.row("Premier of the Soviet Union")).containsText("possibly");
        page.asks("1964-10-13");
        assertThat(page.row("Premier of the Soviet Union")).containsText("Nikita Khrushchev");
        assertThat(page.row("Premier of the Soviet Union")).not().containsText("possibly");
    }

    @Test
    void what_is_no_date_is_said_where_it_was_typed(Visitor visitor) {
        visitor.expectsComplaint("status of 400");
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        page.asks("1957-13-01");
        assertThat(page.page().getByText(Pattern.compile("month 13"))).isVisible();
        assertThat(page.date()).hasAttribute("aria-invalid", "true");
        assertThat(page.page().getByText(Pattern.compile("character \\d"))).hasCount(0);
        page.date().fill("");
        assertThat(page.date()).not().hasAttribute("aria-invalid", "true");
        page.asks("1957-06-01");
        assertThat(page.state()).containsText("1 June 1957");
        assertThat(page.date()).not().hasAttribute("aria-invalid", "true");
    }

    @ParameterizedTest
    @CsvSource({"1 June 1890, 1890-06-01", "1990, 1990-01-01", "2300-01-01, 2300-01-01"})
    void a_date_out_of_sight_comes_into_sight(String typed, String day, Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1957-06-01").page()).isThere();
        page.asks(typed);
        long sought = LocalDate.parse(day).toEpochDay();
        page.page()
                .waitForCondition(() -> page.stretch()[0] < sought && sought < page.stretch()[1]);
    }

    @Test
    void a_begin_with_one_bound_is_told_in_right_words(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1952-06-01").page()).isThere();
        assertThat(page.row("Chemnitz")).containsText("since 10 May 1953 or earlier");
    }

    @Test
    void the_playhead_is_dragged_to_a_date(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1955-01-01").page()).isThere();
        BoundingBox handle = page.playhead().boundingBox();
        long before = page.day();
        double y = handle.y + handle.height / 2;
        page.page().mouse().move(handle.x + handle.width / 2, y);
        page.page().mouse().down();
        for (int step = 1; step <= 10; step++) {
            page.page().mouse().move(handle.x + handle.width / 2 + step * 15, y);
        }
        page.page().mouse().up();
        assertThat(page.day()).isGreaterThan(before + 300);
        String said = page.playhead().getAttribute("aria-valuetext");
        assertThat(page.state()).containsText(said);
    }

    @Test
    void the_playhead_goes_by_keys_day_by_day(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1958-03-26").page()).isThere();
        assertThat(page.row("Premier of the Soviet Union")).containsText("Nikolai Bulganin");
        page.playhead().focus();
        page.page().keyboard().press("ArrowRight");
        assertThat(page.state()).containsText("27 March 1958");
        assertThat(page.row("Premier of the Soviet Union")).containsText("Nikita Khrushchev");
        page.page().keyboard().press("ArrowLeft");
        assertThat(page.state()).containsText("26 March 1958");
    }

    @Test
    void why_tells_the_facts_with_their_sources(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1958-04-01").page()).isThere();
        page.answers("Premier of the Soviet Union").click();
        assertThat(page.why()).containsText("Nikita Khrushchev");
        assertThat(page.why()).containsText("27 March 1958");
        assertThat(page.why().getByRole(AriaRole.LINK).first())
                .hasAttribute("href", Pattern.compile("^https?://"));
        page.why()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();
        assertThat(page.why()).not().isVisible();
    }

    @Test
    void a_name_that_only_ended_is_explained_on_a_day_on_which_it_was_so(Visitor visitor) {
        ThePage page =
                new ThePage(visitor.opens("/?on=1957-06-01&from=1850-01-01&to=1999-12-31").page())
                        .isThere();
        BoundingBox chart = page.chart().boundingBox();
        page.page().mouse().move(chart.x + 40, chart.y + chart.height / 2);
        page.page()
                .waitForCondition(
                        () -> {
                            page.page().mouse().wheel(0, 200);
                            return page.bar("Tsaritsyn").isVisible();
                        });
        page.bar("Tsaritsyn").click();
        assertThat(
                        page.why()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Locator.GetByRoleOptions().setName("Tsaritsyn")))
                .isVisible();
        assertThat(page.state()).containsText("9 April 1925");
    }

    @Test
    void a_bar_is_asked_why_by_a_click_and_by_keys(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1957-06-01").page()).isThere();
        page.bar("Nikolai Bulganin, Premier of the Soviet Union").click();
        assertThat(page.why()).containsText("Nikolai Bulganin");
        page.page().keyboard().press("Escape");
        assertThat(page.why()).not().isVisible();
        page.bar("Nikolai Bulganin, Premier of the Soviet Union").focus();
        page.page().keyboard().press("Enter");
        assertThat(page.why()).containsText("Nikolai Bulganin");
    }
}
