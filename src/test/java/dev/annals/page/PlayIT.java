package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.annals.fire.Link;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** History runs, stands still, goes on; what others append appears. */
@OnThePage
class PlayIT {

    private static ThePage plays(Visitor visitor, String address) {
        ThePage page = new ThePage(visitor.opens(address).page()).isThere();
        page.labelled("Whole view in").selectOption("15 seconds");
        page.exactly(AriaRole.BUTTON, "Play").click();
        assertThat(page.exactly(AriaRole.BUTTON, "Pause")).isVisible();
        return page;
    }

    @Test
    void the_clock_runs_and_the_fact_of_the_moment_is_announced(Visitor visitor) {
        ThePage page = plays(visitor, "/");
        assertThat(page.moment()).containsText(Pattern.compile("19\\d\\d"));
        assertThat(page.moment()).containsText("Source: ");
        long before = page.day();
        page.page().waitForCondition(() -> page.day() > before + 200);
        page.exactly(AriaRole.BUTTON, "Pause").click();
        assertThat(page.exactly(AriaRole.BUTTON, "Play")).isVisible();
        long paused = page.day();
        page.page().waitForTimeout(1_000); // in which nothing may move
        assertThat(page.day()).isEqualTo(paused);
        assertThat(page.state()).containsText(page.playhead().getAttribute("aria-valuetext"));
        page.exactly(AriaRole.BUTTON, "Play").click();
        page.page().waitForCondition(() -> page.day() > paused);
        assertThat(page.day()).isLessThan(paused + 1_500);
    }

    /** When what is told is told: milliseconds between the changes of its text. */
    private static List<Double> pauses(Locator told, int changes) {
        Object millis =
                told.evaluate(
                        """
                        (told, changes) => new Promise(done => {
                            const moments = [performance.now()];
                            let text = told.innerText;
                            new MutationObserver(() => {
                                if (told.innerText === text) return;
                                text = told.innerText;
                                moments.push(performance.now());
                                if (moments.length > changes + 1) done(moments.slice(2).map((at, i) => at - moments[i + 1]));
                            }).observe(told, {subtree: true, childList: true, characterData: true});
                        })""",
                        changes);
        return ((List<?>) millis).stream().map(one -> ((Number) one).doubleValue()).toList();
    }

    @Test
    void of_a_crowd_of_facts_the_weighty_are_told_and_the_others_counted(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1953-03-01").page()).isThere();
        page.labelled("Whole view in").selectOption("1 minute");
        page.exactly(AriaRole.BUTTON, "Play").click();
        assertThat(page.moment()).containsText("Stalin");
        assertThat(page.moment()).containsText(Pattern.compile("and [\\d,]+ more facts"));
        assertThat(pauses(page.moment(), 5)).as("to the eye").allMatch(pause -> pause > 500);
        assertThat(pauses(page.spoken(), 2)).as("to the ear").allMatch(pause -> pause > 4_000);
    }

    @Test
    void each_fact_of_a_day_is_told_where_the_clock_stands(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        page.asks("1958-03-27");
        for (Locator told : List.of(page.moment(), page.spoken())) {
            assertThat(told).containsText("Nikita Khrushchev becomes Premier of the Soviet Union");
        }
        page.asks("1953-03-05");
        assertThat(page.spoken()).containsText("Georgy Malenkov becomes Premier");
        assertThat(page.spoken())
                .containsText("Lavrentiy Beria becomes Minister of Internal Affairs");
    }

    @Test
    void it_plays_on_from_where_it_was_sought(Visitor visitor) {
        ThePage page = plays(visitor, "/");
        long sought = LocalDate.parse("1961-01-01").toEpochDay();
        page.asks("1961-01-01");
        page.page().waitForCondition(() -> page.day() > sought);
        assertThat(page.day()).isLessThan(sought + 1_000);
    }

    @Test
    void a_lost_connection_goes_on_without_a_jump(Visitor visitor) {
        List<Request> replays = new ArrayList<>();
        visitor.page()
                .onRequest(
                        request -> {
                            if (request.url().contains("/replay")) {
                                replays.add(request);
                            }
                        });
        visitor.expectsComplaint("net::ERR");
        try (Link link = Link.to(visitor.service().baseUri().getPort())) {
            ThePage page = new ThePage(visitor.through(link).opens("/").page()).isThere();
            page.exactly(AriaRole.BUTTON, "Play").click();
            long begun = page.day();
            page.page().waitForCondition(() -> page.day() > begun + 100);
            long before = page.day();
            link.cut();
            page.page().waitForCondition(() -> replays.size() > 1);
            assertThat(replays.getLast().headerValue("last-event-id")).matches("636/.*");
            page.page().waitForCondition(() -> page.day() > before + 200);
            assertThat(page.day() - before).as("without a jump").isLessThan(1_500);
        }
    }

    private static ThePage looksAt(MadeTimeline made, Visitor visitor) {
        String view = "&on=1955-06-01&from=1953-01-01&to=1956-12-31";
        return new ThePage(visitor.opens(made.page() + view).page()).isThere();
    }

    @Test
    void what_is_appended_elsewhere_appears(Visitor visitor) {
        MadeTimeline made =
                MadeTimeline.titled(visitor.service(), "As it grows")
                        .says(
                                assumed("premier", "malenkov", "1953-03-06"),
                                fact(
                                        "PersonDescribed",
                                        "person",
                                        "malenkov",
                                        "name",
                                        "Georgy Malenkov"));
        ThePage page = looksAt(made, visitor);
        assertThat(page.row("premier")).containsText("Georgy Malenkov");
        made.says(assumed("premier", "bulganin", "1955-02-08"));
        assertThat(page.row("premier")).containsText("bulganin");
        assertThat(page.bar("bulganin")).isVisible();
        assertThat(page.page().getByText(Pattern.compile("Fact 3 has just been recorded")))
                .isVisible();
    }

    @Test
    void far_years_are_played_in_one_go(Visitor visitor) {
        MadeTimeline made =
                MadeTimeline.titled(visitor.service(), "Far years")
                        .says(assumed("chief", "first", "Y-45000"));
        List<String> replays = new ArrayList<>();
        visitor.page().onRequest(request -> replays.add(request.url()));
        ThePage page =
                plays(visitor, made.page() + "&on=Y-44000&from=-45000-01-01&to=-40000-12-31");
        long begun = page.day();
        page.page().waitForCondition(() -> page.day() > begun + 1_000 * 365);
        replays.removeIf(url -> !url.contains("/replay"));
        assertThat(replays).hasSize(1);
    }

    @Test
    void it_goes_on_following_after_the_service_refused_for_a_while(Visitor visitor) {
        visitor.expectsComplaint("status of 503");
        MadeTimeline made =
                MadeTimeline.titled(visitor.service(), "After a stop")
                        .says(assumed("premier", "malenkov", "1953-03-06"));
        AtomicInteger refused = new AtomicInteger();
        visitor.page()
                .route(
                        Pattern.compile("/facts\\?after=\\d+$"),
                        route -> {
                            refused.incrementAndGet();
                            route.fulfill(new Route.FulfillOptions().setStatus(503));
                        },
                        new Page.RouteOptions().setTimes(1));
        ThePage page = looksAt(made, visitor);
        page.page().waitForCondition(() -> refused.get() == 1);
        made.says(assumed("premier", "bulganin", "1955-02-08"));
        page.bar("bulganin").waitFor();
    }

    /** By itself the clock tells the day four times a second; with motion every frame does. */
    @Test
    void reduced_motion_is_respected(Visitor visitor) {
        MadeTimeline made =
                MadeTimeline.titled(visitor.service(), "A calm century")
                        .says(assumed("premier", "malenkov", "1950"));
        ThePage page =
                plays(
                        visitor.withoutMotion(),
                        made.page() + "&on=1900-01-01&from=1900-01-01&to=1999-12-31");
        Object millis =
                page.playhead()
                        .evaluate(
                                """
                                playhead => new Promise(done => {
                                    const moves = [];
                                    new MutationObserver(changes => {
                                        if (changes.every(one => one.oldValue === playhead.ariaValueNow)) return;
                                        moves.push(performance.now());
                                        if (moves.length === 11) done(moves.at(-1) - moves[0]);
                                    }).observe(playhead, {attributeFilter: ['aria-valuenow'], attributeOldValue: true});
                                })""");
        assertThat(((Number) millis).doubleValue())
                .as("milliseconds for ten moves")
                .isGreaterThan(1_500);
    }
}
