package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a timeline holds, much or nothing, the page shows it and says what it is. */
@OnThePage
class AnyDataIT {

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
        assertThat(page.bar("maybe, chair, since some time between 1950 and 1955")).isVisible();
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
