package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.annals.testing.Facts.assumed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The wall: zoomed and panned by wheel, keys and buttons, whatever the data. */
@OnThePage
class TimelineIT {

    @Test
    void the_wheel_zooms_from_a_century_to_a_day(Visitor visitor) {
        ThePage page =
                new ThePage(visitor.opens("/?on=1957-06-01&from=1900-01-01&to=1999-12-31").page())
                        .isThere();
        assertThat(page.daysInSight()).isGreaterThan(36_000);
        BoundingBox chart = page.chart().boundingBox();
        page.page().mouse().move(chart.x + chart.width / 2, chart.y + chart.height / 2);
        for (int i = 0; i < 200 && page.daysInSight() > 1; i++) {
            page.page().mouse().wheel(0, -240);
            page.page().waitForTimeout(20);
        }
        page.page().waitForCondition(() -> page.daysInSight() <= 2);
        visitor.picturesWindow("zoom-day");
        for (int i = 0; i < 200 && page.daysInSight() < 36_525; i++) {
            page.page().mouse().wheel(0, 240);
            page.page().waitForTimeout(20);
        }
        page.page().waitForCondition(() -> page.daysInSight() >= 36_525);
    }

    @Test
    void the_wheel_scrolls_where_the_names_stand(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1957-06-01").page()).isThere();
        long days = page.daysInSight();
        BoundingBox chart = page.chart().boundingBox();
        page.page().mouse().move(chart.x + 40, chart.y + chart.height / 2);
        assertThat(page.bar("Stalino (Donetsk)")).hasCount(0);
        page.page().mouse().wheel(0, 400);
        assertThat(page.bar("Stalino (Donetsk)")).isInViewport();
        assertThat(page.daysInSight()).isEqualTo(days);
    }

    @Test
    void a_drag_pans(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1957-06-01").page()).isThere();
        long[] before = page.stretch();
        BoundingBox chart = page.chart().boundingBox();
        double y = chart.y + chart.height - 12;
        page.page().mouse().move(chart.x + chart.width * 0.9, y);
        page.page().mouse().down();
        page.page().mouse().move(chart.x + chart.width * 0.7, y);
        page.page().mouse().move(chart.x + chart.width * 0.5, y);
        page.page().mouse().up();
        page.page().waitForCondition(() -> page.stretch()[0] > before[0] + 300);
        assertThat(page.daysInSight()).isCloseTo(before[1] - before[0], within());
    }

    private static Offset<Long> within() {
        return Offset.offset(2L);
    }

    @Test
    void keys_and_buttons_zoom_and_pan(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1957-06-01").page()).isThere();
        long all = page.daysInSight();
        page.playhead().focus();
        page.page().keyboard().press("+");
        page.page().waitForCondition(() -> page.daysInSight() < all);
        page.page().keyboard().press("-");
        page.page().waitForCondition(() -> Math.abs(page.daysInSight() - all) < all / 10);
        page.button("Zoom in").click();
        page.page().waitForCondition(() -> page.daysInSight() < all);
        long first = page.stretch()[0];
        page.button("Later").click();
        page.page().waitForCondition(() -> page.stretch()[0] > first);
        for (String scale : List.of("century", "decade", "year", "month", "day")) {
            page.labelled("Show a").selectOption(scale);
            visitor.picturesWindow("scale-" + scale);
        }
        page.page().waitForCondition(() -> page.daysInSight() <= 1);
    }

    @Test
    void fingers_pan_and_pinch_and_tap_it(Visitor visitor) {
        ThePage page = new ThePage(visitor.byTouch().opens("/?on=1957-06-01").page()).isThere();
        page.bar("Nikolai Bulganin, Premier of the Soviet Union").scrollIntoViewIfNeeded();
        BoundingBox bar = page.bar("Nikolai Bulganin, Premier of the Soviet Union").boundingBox();
        long[] before = page.stretch();
        double y = bar.y + bar.height / 2;
        Fingers fingers = new Fingers(page.page());
        fingers.move(300, y, 300, y, 150, y, 150, y);
        page.page().waitForCondition(() -> page.stretch()[0] > before[0] + 300);
        long days = page.daysInSight();
        fingers.move(150, y, 210, y, 60, y, 300, y);
        page.page().waitForCondition(() -> page.daysInSight() < days * 2 / 3);
        page.labelled("Show a").selectOption("whole timeline");
        page.bar("Nikolai Bulganin, Premier of the Soviet Union").tap();
        assertThat(page.why()).containsText("Nikolai Bulganin");
        visitor.pictures("touch");
    }

    @Test
    void where_events_crowd_the_nearest_is_meant(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1957-06-01").page()).isThere();
        BoundingBox sputnik = page.bar("Event: Sputnik").first().boundingBox();
        page.page().mouse().click(sputnik.x + 12, sputnik.y + sputnik.height / 2);
        assertThat(page.exactly(AriaRole.REGION, "Why")).containsText("Sputnik");
    }

    @Test
    void the_whole_timeline_is_the_same_from_everywhere(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1957-06-01").page()).isThere();
        long[] first = page.stretch();
        page.labelled("Show a").selectOption("whole timeline");
        long[] whole = page.stretch();
        page.labelled("Show a").selectOption("century");
        page.labelled("Show a").selectOption("whole timeline");
        assertThat(page.stretch()).isEqualTo(whole);
        page.labelled("Show a").selectOption("most of it");
        assertThat(page.stretch()).isEqualTo(first);
    }

    @Test
    void a_tenure_of_days_is_there_among_decades(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1957-06-01").page()).isThere();
        assertThat(page.daysInSight()).isGreaterThan(4_000);
        assertThat(page.bar("Georgy Malenkov, First Secretary")).isVisible();
    }

    @Test
    void keys_reach_what_is_too_small_to_be_drawn(Visitor visitor) {
        MadeTimeline made = MadeTimeline.titled(visitor.service(), "Forty days in a century");
        List<ObjectNode> facts = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            String date = LocalDate.of(1950, 1, 1).plusDays(day).toString();
            facts.add(assumed("chair", "holder-" + day, date));
        }
        made.says(facts);
        ThePage page =
                new ThePage(
                                visitor.opens(
                                                made.page()
                                                        + "&on=1960&from=1900-01-01&to=1999-12-31")
                                        .page())
                        .isThere();
        page.bar("holder-0, ").focus();
        page.page().keyboard().press("ArrowRight");
        assertThat(page.bar("holder-1, ")).isFocused();
        page.page().keyboard().press("ArrowRight");
        assertThat(page.bar("holder-2, ")).isFocused();
    }

    @Test
    void the_bar_that_is_zoomed_to_keeps_the_focus(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1961-06-01").page()).isThere();
        page.bar("Nikolai Bulganin, Premier").focus();
        for (int times = 0; times < 9; times++) {
            page.page().keyboard().press("+");
        }
        page.page().waitForCondition(() -> page.daysInSight() < 400);
        assertThat(page.bar("Nikolai Bulganin, Premier")).isFocused();
    }

    @Test
    void focus_stays_on_the_timeline_when_its_bar_goes(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1961-06-01").page()).isThere();
        page.bar("Georgy Malenkov, Premier").focus();
        BoundingBox chart = page.chart().boundingBox();
        page.page().mouse().move(chart.x + chart.width * 0.9, chart.y + chart.height - 12);
        page.page().mouse().wheel(300, 0);
        assertThat(page.bar("Georgy Malenkov, Premier")).hasCount(0);
        assertThat(page.chart().locator(":focus")).hasCount(1);
    }

    @Test
    void where_the_bodies_lie_is_seen_at_first_sight(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1961-06-01").page()).isThere();
        assertThat(page.bar("The body of Joseph Stalin: Lenin's Mausoleum")).isInViewport();
        page.button("19 places").click();
        assertThat(page.row("Brașov")).isInViewport();
    }

    @Test
    void a_click_on_the_years_asks_about_the_date(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1961-06-01").page()).isThere();
        BoundingBox chart = page.chart().boundingBox();
        page.page().mouse().click(chart.x + chart.width / 2, chart.y + 10);
        assertThat(page.heading("The state on 1 June 1961")).hasCount(0);
        long[] stretch = page.stretch();
        assertThat(page.day()).isBetween(stretch[0] + 1, (stretch[0] + stretch[1]) / 2);
    }
}
