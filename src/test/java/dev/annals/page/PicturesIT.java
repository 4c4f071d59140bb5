package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Takes the picture of the page that the README shows: {@code target/screenshots/annals.png}, and
 * one in the dark.
 */
@OnThePage
class PicturesIT {

    @Test
    void the_picture_of_the_readme(Visitor visitor) {
        visitor.fine(1440, 1160).opens("/?on=1961-06-01&known=635");
        ThePage page = new ThePage(visitor.page()).isThere();
        page.answers("Joseph Stalin").first().click();
        assertThat(page.why()).isVisible();
        page.heading("Why").evaluate("e => { e.blur(); e.parentElement.scrollIntoView(); }");
        page.page().mouse().move(0, 0);
        visitor.picturesWindow("annals");
        visitor.dark().picturesWindow("annals-dark");
    }
}
