package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For every eye, hand and screen. */
@OnThePage
class EveryoneIT {

    private static final String VIEW = "/?on=1961-06-01";

    private static ThePage themed(Visitor visitor, String theme, String address) {
        if (theme.equals("dark")) {
            visitor.dark();
        }
        return new ThePage(visitor.opens(address).page()).isThere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axe_finds_nothing(String theme, Visitor visitor) {
        ThePage page = themed(visitor, theme, VIEW);
        Axe.findsNothingOn(page.page());
        page.answers("Joseph Stalin").click();
        assertThat(page.why()).isVisible();
        Axe.findsNothingOn(page.page());
        page.known().fill("635");
        assertThat(page.row("Joseph Stalin")).containsText("possibly");
        Axe.findsNothingOn(page.page());
        page.heading("Record").click();
        page.button("Cite").first().click();
        Axe.findsNothingOn(page.page());
        page.known().fill("636");
        page.exactly(AriaRole.BUTTON, "Play").click();
        assertThat(page.moment()).containsText(Pattern.compile("19\\d\\d"));
        page.exactly(AriaRole.BUTTON, "Pause").click();
        Axe.findsNothingOn(page.page());
    }

    @ParameterizedTest
    @CsvSource({
        "360, 740, light", "360, 740, dark",
        "1280, 800, light", "1280, 800, dark",
        "2560, 1440, light", "2560, 1440, dark"
    })
    void it_fits_every_width(int width, int height, String theme, Visitor visitor) {
        MadeTimeline.titled(
                visitor.service(),
                "A title that no telephone shows in a line, withawordinitthatishardlyshorter");
        visitor.wide(width, height);
        ThePage page = themed(visitor, theme, VIEW);
        fits(page, width);
        visitor.picturesWindow("page-%d-%s".formatted(width, theme));
        page.answers("Joseph Stalin").click();
        assertThat(page.why()).isVisible();
        page.heading("Record").click();
        page.button("Cite").first().click();
        fits(page, width);
        visitor.pictures("page-%d-%s-open".formatted(width, theme));
        if (width == 360) {
            Axe.findsNothingOn(page.page());
        }
    }

    private static void fits(ThePage page, int width) {
        assertThat(width(page)).as("how wide it is").isLessThanOrEqualTo(width);
    }

    private static int width(ThePage page) {
        return (int) page.page().evaluate("() => document.documentElement.scrollWidth");
    }

    @Test
    void text_may_be_twice_as_large(Visitor visitor) {
        visitor.wide(640, 800);
        ThePage page = new ThePage(visitor.opens(VIEW).page()).isThere();
        page.page().evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
        page.page().waitForCondition(() -> width(page) <= 640);
        visitor.pictures("page-large-text");
    }

    @Test
    void the_keyboard_alone_suffices(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        tabTo(page, "Date");
        page.page().keyboard().press("ControlOrMeta+a");
        page.page().keyboard().type("1957-06-01");
        page.page().keyboard().press("Enter");
        assertThat(page.state()).containsText("1 June 1957");
        tabTo(page, "Why? Nikolai Bulganin, Premier of the Soviet Union");
        page.page().keyboard().press("Enter");
        assertThat(page.why()).isVisible();
        page.page().keyboard().press("Escape");
        assertThat(page.why()).not().isVisible();
        page.page().reload();
        page.isThere();
        tabTo(page, "Play");
        page.page().keyboard().press("Space");
        assertThat(page.exactly(AriaRole.BUTTON, "Pause")).isVisible();
        page.page().keyboard().press("Space");
        assertThat(page.exactly(AriaRole.BUTTON, "Play")).isVisible();
        tabTo(page, "What was known");
        page.page().keyboard().press("ArrowLeft");
        assertThat(page.known()).hasValue("635");
        tabTo(page, "Copy link");
        page.page().keyboard().press("Enter");
        assertThat(page.page().getByText("The link to this view is copied.")).isVisible();
    }

    /** Presses Tab until something of that name has the focus, and shows it. */
    private static void tabTo(ThePage page, String name) {
        String focused = "";
        for (int i = 0; i < 150; i++) {
            page.page().keyboard().press("Tab");
            focused =
                    (String)
                            page.page()
                                    .evaluate(
                                            """
                                            () => {
                                                const e = document.activeElement;
                                                return e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent.trim() ?? e.textContent.trim();
                                            }""");
            if (focused.endsWith(name)) {
                String outline =
                        (String)
                                page.page()
                                        .evaluate(
                                                "() => getComputedStyle(document.activeElement).outlineStyle");
                assertThat(outline).as("the focus on " + name + " shows").isNotEqualTo("none");
                return;
            }
        }
        throw new AssertionError("Tab never reaches " + name + "; last was " + focused);
    }

    @Test
    void a_person_has_the_same_colour_everywhere_and_stands_in_the_key(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1960-01-01").page()).isThere();
        String colour = colour(page.bar("Nikita Khrushchev, Premier of the Soviet Union").first());
        assertThat(colour).isNotBlank();
        assertThat(colour(page.bar("Nikita Khrushchev, First Secretary").first()))
                .isEqualTo(colour);
        assertThat(colour(page.bar("Leonid Brezhnev").first())).isNotEqualTo(colour);
        String beside =
                colour(page.answers("Premier of the Soviet Union").locator("[aria-hidden]"));
        page.page().getByText("People in sight").click();
        Locator key = page.exactly(AriaRole.BUTTON, "Nikita Khrushchev").locator("[aria-hidden]");
        assertThat(key).isVisible();
        assertThat(colour(key)).isEqualTo(beside).isEqualTo(colour);
    }

    private static String colour(Locator coloured) {
        return (String)
                coloured.evaluate("e => getComputedStyle(e).getPropertyValue('--fill').trim()");
    }

    @Test
    void bars_are_walked_by_arrow_keys(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens(VIEW).page()).isThere();
        page.bar("Nikolai Bulganin, Premier of the Soviet Union").focus();
        page.page().keyboard().press("ArrowRight");
        assertThat(page.bar("Nikita Khrushchev, Premier of the Soviet Union")).isFocused();
        page.page().keyboard().press("ArrowLeft");
        assertThat(page.bar("Nikolai Bulganin, Premier of the Soviet Union")).isFocused();
    }

    @Test
    void screen_readers_get_tables_and_landmarks(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens(VIEW).page()).isThere();
        for (String table : new String[] {"Who held which office", "Where the bodies lie"}) {
            assertThat(page.exactly(AriaRole.TABLE, table)).isVisible();
        }
        assertThat(page.page().getByRole(AriaRole.MAIN)).hasCount(1);
        assertThat(page.page().getByRole(AriaRole.BANNER)).hasCount(1);
        assertThat(page.page().getByRole(AriaRole.CONTENTINFO)).hasCount(1);
        assertThat(page.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasCount(1);
    }
}
