package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What somebody who has never seen Annals can do, by what is on the page alone. */
@OnThePage
class StoriesIT {

    @Test
    void who_was_premier_on_the_first_of_june_1957(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        page.asks("1 June 1957");
        assertThat(page.heading("The state on 1 June 1957")).isVisible();
        assertThat(page.answers("Premier of the Soviet Union")).hasCount(1);
        assertThat(page.row("Premier of the Soviet Union")).containsText("Nikolai Bulganin");
        assertThat(page.row("Premier of the Soviet Union"))
                .containsText("since 8 February 1955, until 27 March 1958");
        visitor.pictures("story-1-premier");
    }

    @Test
    void why_the_place_of_the_body_was_once_uncertain(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        page.asks("1961-06-01");
        assertThat(page.row("Joseph Stalin")).containsText("Lenin's Mausoleum");
        assertThat(page.row("Joseph Stalin")).not().containsText("possibly");
        page.answers("Joseph Stalin").click();
        assertThat(page.why()).containsText("fact 636");
        assertThat(page.why()).containsText("How this answer changed");
        assertThat(page.why()).containsText("possibly");
        visitor.pictures("story-2-why");
        page.known().fill("635");
        assertThat(page.answers("Joseph Stalin")).hasCount(2);
        assertThat(page.answers("Joseph Stalin").first()).containsText("possibly");
        assertThat(page.answers("Joseph Stalin").last()).containsText("possibly");
        assertThat(page.row("Joseph Stalin")).containsText("Kremlin Wall Necropolis");
        assertThat(page.row("Joseph Stalin")).containsText("1961");
        visitor.pictures("story-2-once-uncertain");
    }

    @Test
    void the_decade_is_played_in_a_minute(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        page.labelled("Whole view in").selectOption("1 minute");
        page.exactly(AriaRole.BUTTON, "Play").click();
        assertThat(page.exactly(AriaRole.BUTTON, "Pause")).isVisible();
        assertThat(page.moment())
                .containsText(
                        Pattern.compile("Stalin"),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        long begun = System.nanoTime();
        long from = page.day();
        page.page().waitForCondition(() -> page.day() - from > page.daysInSight() / 20);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double wholeSeconds = seconds * page.daysInSight() / (page.day() - from);
        assertThat(wholeSeconds).as("seconds for the whole").isBetween(40.0, 120.0);
        visitor.picturesWindow("story-3-playing");
        page.exactly(AriaRole.BUTTON, "Pause").click();
        assertThat(page.exactly(AriaRole.BUTTON, "Play")).isVisible();
    }

    @Test
    void a_friend_is_sent_a_link_to_what_was_seen(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        page.asks("1957-06-01");
        page.answers("Premier of the Soviet Union").click();
        assertThat(page.why()).containsText("Nikolai Bulganin");
        page.button("Copy link").click();
        assertThat(page.page().getByText("The link to this view is copied.")).isVisible();
        String link = (String) page.page().evaluate("() => navigator.clipboard.readText()");
        Page friends = visitor.friend();
        friends.navigate(link);
        ThePage seen = new ThePage(friends).isThere();
        assertThat(seen.heading("The state on 1 June 1957")).isVisible();
        assertThat(seen.row("Premier of the Soviet Union")).containsText("Nikolai Bulganin");
        assertThat(seen.why()).containsText("Nikolai Bulganin");
        assertThat(seen.stretch()).isEqualTo(page.stretch());
    }
}
