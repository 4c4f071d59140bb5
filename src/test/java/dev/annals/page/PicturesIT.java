package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Takes the picture of the page that the README shows: {@code target/screenshots/annals.png}. */
@OnThePage
class PicturesIT {

    @Test
    void the_picture_of_the_readme(Visitor visitor) {
        visitor.wide(1440, 900);
        ThePage page = new ThePage(visitor.opens("/?on=1961-06-01").page()).isThere();
        page.answers("Joseph Stalin").click();
        assertThat(page.why()).isVisible();
        page.page().mouse().move(0, 0);
        page.page()
                .screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(Visitor.SCREENSHOTS.resolve("annals.png")));
    }
}
