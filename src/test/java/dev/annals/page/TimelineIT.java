package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
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
        page.page().mouse().wheel(0, 400);
        assertThat(page.bar("The body of Joseph Stalin: Lenin's Mausoleum")).isInViewport();
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
    void what_is_hostile_stays_text(Visitor visitor) {
        String script = "<script>document.title='taken'</script><img src=x onerror=\"alert(1)\">";
        MadeTimeline made =
                MadeTimeline.titled(visitor.service(), script)
                        .says(
                                fact("PersonDescribed", "person", "p", "name", script),
                                fact("OfficeDescribed", "office", "o", "title", script),
                                fact("PlaceDescribed", "place", "l", "name", script),
                                assumed("o", "p", "1950").put("note", script),
                                fact("EventOccurred", "title", script, "date", "1951"),
                                fact("PlaceRenamed", "place", "l", "to", script, "date", "1952"),
                                fact("PersonDied", "person", "p", "date", "1953"),
                                fact("BodyRelocated", "person", "p", "to", "l", "date", "1954"));
        ThePage page = new ThePage(visitor.opens(made.page() + "&on=1952-06").page()).isThere();
        assertThat(page.page()).hasTitle("Annals: " + script);
        assertThat(page.page().getByRole(AriaRole.IMG)).hasCount(0);
        page.answers(script).first().click();
        assertThat(page.why()).containsText(script);
        visitor.pictures("hostile-texts");
    }

    @Test
    void dates_without_bounds_and_before_christ_are_drawn(Visitor visitor) {
        MadeTimeline made =
                MadeTimeline.titled(visitor.service(), "From the caves")
                        .says(
                                assumed("chief", "first", "Y-45000"),
                                assumed("chief", "second", "-0500"),
                                assumed("elder", "nobody-knows-since-when", "[..-0500]"),
                                assumed("chief", "third", "1953/.."),
                                fact("EventOccurred", "title", "Somewhen", "date", "[..1900]"),
                                fact("EventOccurred", "title", "Far away", "date", "Y17E7"),
                                fact("PlaceRenamed", "place", "cave", "to", "Home", "date", "[..]")
                                        .put("date", "-0044"));
        ThePage page = new ThePage(visitor.opens(made.page()).page()).isThere();
        page.asks("-0300");
        assertThat(page.row("chief")).containsText("second");
        assertThat(page.row("elder")).containsText("nobody-knows-since-when");
        visitor.pictures("unbounded");
        page.asks("Y-40000");
        assertThat(page.row("chief")).containsText("first");
    }

    @Test
    void what_is_disputed_or_in_doubt_is_told_in_words(Visitor visitor) {
        MadeTimeline made =
                MadeTimeline.titled(visitor.service(), "Disputed")
                        .says(
                                fact("PersonDied", "person", "late", "date", "1950"),
                                assumed("office", "late", "1951"),
                                assumed("chair", "maybe", "1950/1955"));
        ThePage page = new ThePage(visitor.opens(made.page()).page()).isThere();
        assertThat(page.bar("late, office, since 1951, disputed")).isVisible();
        assertThat(page.bar("maybe, chair, since between 1950 and 1955")).isVisible();
        visitor.picturesWindow("disputed");
    }

    @Test
    void what_is_certain_shows_within_the_doubtful_end_of_another(Visitor visitor) {
        MadeTimeline made =
                MadeTimeline.titled(visitor.service(), "Names in doubt")
                        .says(
                                fact("PlaceRenamed", "place", "town", "to", "Alpha")
                                        .put("date", "1940"),
                                fact("PlaceRenamed", "place", "town", "to", "Beta")
                                        .put("date", "1950/1970"),
                                fact("PlaceRenamed", "place", "town", "to", "Gamma")
                                        .put("date", "1951"),
                                fact("PlaceRenamed", "place", "town", "to", "Delta")
                                        .put("date", "1960"));
        ThePage page =
                new ThePage(
                                visitor.opens(
                                                made.page()
                                                        + "&on=1955&from=1930-01-01&to=1999-12-31")
                                        .page())
                        .isThere();
        for (String name : List.of("Alpha", "Gamma", "Delta")) {
            assertThat(page.bar(name).first()).isVisible();
        }
        page.bar("Gamma").first().click();
        assertThat(page.why()).containsText("Gamma");
        visitor.picturesWindow("names-in-doubt");
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
    void an_empty_timeline_says_so(Visitor visitor) {
        MadeTimeline made = MadeTimeline.titled(visitor.service(), "Nothing yet");
        ThePage page = new ThePage(visitor.opens(made.page()).page());
        assertThat(page.heading("Nothing yet")).isVisible();
        assertThat(page.page().getByText("Nothing is recorded in this timeline yet")).isVisible();
        visitor.pictures("empty");
        Axe.findsNothingOn(page.page());
        made.says(assumed("premier", "malenkov", "1953-03-06"));
        assertThat(page.row("premier")).containsText("malenkov");
    }

    @Test
    void a_timeline_that_is_not_there_says_so(Visitor visitor) {
        visitor.expectsComplaint("status of 404");
        ThePage page = new ThePage(visitor.opens("/?timeline=no-such-timeline").page());
        assertThat(page.page().getByText(Pattern.compile("no timeline has the id"))).isVisible();
        Axe.findsNothingOn(page.page());
    }

    @Test
    void thousands_of_bars_stay_smooth(Visitor visitor) {
        MadeTimeline made = MadeTimeline.titled(visitor.service(), "Five thousand tenures");
        Random random = new Random(5_000);
        List<ObjectNode> facts = new ArrayList<>();
        for (int office = 0; office < 100; office++) {
            for (int i = 0; i < 50; i++) {
                int year = 1700 + i * 6 + random.nextInt(6);
                facts.add(assumed("office-" + office, "p-" + random.nextInt(900), "" + year));
            }
        }
        made.says(facts);
        ThePage page = new ThePage(visitor.opens(made.page() + "&on=1850-01-01").page()).isThere();
        page.labelled("Show a").selectOption("century");
        BoundingBox chart = page.chart().boundingBox();
        page.page().mouse().move(chart.x + chart.width * 0.6, chart.y + chart.height * 0.6);
        page.page()
                .evaluate(
                        """
                        () => {
                            window.frames_ = [];
                            let last = performance.now();
                            const next = now => { window.frames_.push(now - last); last = now; window.frame_ = requestAnimationFrame(next); };
                            requestAnimationFrame(next);
                        }""");
        for (int i = 0; i < 30; i++) {
            page.page().mouse().wheel(0, i % 20 < 10 ? -120 : 120);
        }
        page.page().waitForFunction("() => frames_.length > 40");
        List<?> frames =
                (List<?>)
                        page.page()
                                .evaluate(
                                        "() => { cancelAnimationFrame(frame_); return frames_; }");
        double[] millis =
                frames.stream().mapToDouble(f -> ((Number) f).doubleValue()).sorted().toArray();
        double median = millis[millis.length / 2];
        System.out.printf(
                "5,000 bars: %d frames, median %.0f ms, slowest %.0f ms%n",
                millis.length, median, millis[millis.length - 1]);
        assertThat(median).as("milliseconds a frame while zooming").isLessThan(120);
        assertThat((int) page.page().evaluate("() => document.querySelectorAll('*').length"))
                .as("elements in the page")
                .isLessThan(12_000);
        visitor.picturesWindow("five-thousand");
    }
}
