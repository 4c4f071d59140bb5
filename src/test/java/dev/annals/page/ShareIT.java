package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The address holds the view; an answer is cited so that it stays; the picture is taken along. */
@OnThePage
class ShareIT {

    @Test
    void the_address_bar_holds_the_whole_view(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        page.asks("1961-06-01");
        page.known().fill("635");
        page.answers("Joseph Stalin").first().click();
        assertThat(page.why()).isVisible();
        page.button("Zoom in").click();
        page.settles();
        visitor.isAt(
                "timeline=soviet-union-1953-1964",
                "on=1961-06-01",
                "known=635",
                "person=joseph-stalin",
                "from=",
                "to=");
        long[] stretch = page.stretch();
        page.page().reload();
        page.isThere();
        assertThat(page.state()).containsText("1 June 1961");
        assertThat(page.known()).hasValue("635");
        assertThat(page.why()).isVisible();
        // The address holds whole days.
        assertThat(page.stretch()[0]).isCloseTo(stretch[0], Offset.offset(1L));
        assertThat(page.stretch()[1]).isCloseTo(stretch[1], Offset.offset(1L));
    }

    @Test
    void back_and_forward_go_from_view_to_view(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        page.asks("1957-06-01");
        assertThat(page.state()).containsText("1 June 1957");
        page.asks("1961-06-01");
        assertThat(page.state()).containsText("1 June 1961");
        page.answers("Joseph Stalin").first().click();
        assertThat(page.why()).isVisible();
        page.page().goBack();
        assertThat(page.why()).not().isVisible();
        assertThat(page.state()).containsText("1 June 1961");
        page.page().goBack();
        assertThat(page.state()).containsText("1 June 1957");
        assertThat(page.date()).hasValue("1957-06-01");
        page.page().goForward();
        assertThat(page.state()).containsText("1 June 1961");
    }

    @Test
    void a_citation_is_pinned_on_both_axes(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/?on=1957-06-01").page()).isThere();
        page.answers("Premier of the Soviet Union").click();
        assertThat(page.why()).isVisible();
        page.button("Cite").first().click();
        String reference = page.labelledExactly("Reference").inputValue();
        assertThat(reference)
                .contains("Nikolai Bulganin, Premier of the Soviet Union (certain)")
                .contains("1 June 1957, as known at fact 636 (recorded ")
                .contains("The Soviet Union, 1953–1964")
                .contains("Accessed ");
        String link = page.labelledExactly("Link to this view").inputValue();
        assertThat(reference).contains(link);
        assertThat(link).contains("on=1957-06-01").contains("known=636");
        String api = page.labelledExactly("The answer as data").inputValue();
        JsonNode answer = visitor.service().get(api.substring(visitor.origin().length()));
        assertThat(answer.at("/known/position").intValue()).isEqualTo(636);
        assertThat(answer.at("/offices/0/holders/0/person").textValue())
                .isEqualTo("nikolai-bulganin");
        visitor.pictures("cite");
        Axe.findsNothingOn(page.page());
        page.button("Copy: Reference").click();
        assertThat(page.page().getByText("Copied: Reference")).isVisible();
        assertThat(page.page().evaluate("() => navigator.clipboard.readText()"))
                .isEqualTo(reference);
        visitor.follows(link);
        assertThat(page.isThere().row("Premier of the Soviet Union"))
                .containsText("Nikolai Bulganin");
    }

    @Test
    void an_event_is_cited_as_the_fact_that_says_it(Visitor visitor) {
        MadeTimeline made =
                MadeTimeline.titled(visitor.service(), "Of one day")
                        .says(
                                assumed("premier", "malenkov", "1953-03-06"),
                                fact("EventOccurred", "title", "A speech", "date", "1953-07-10"));
        ThePage page = new ThePage(visitor.opens(made.page() + "&on=1953-07-10").page()).isThere();
        page.bar("Event: A speech").press("Enter");
        assertThat(page.why()).containsText("A speech");
        page.button("Cite").first().click();
        assertThat(page.labelledExactly("Reference").inputValue())
                .contains("Event: A speech, 10 July 1953 (fact 2), as known at fact 2 (recorded ")
                .contains("Of one day")
                .doesNotContain("malenkov");
        String api = page.labelledExactly("The answer as data").inputValue();
        JsonNode answer = visitor.service().get(api.substring(visitor.origin().length()));
        assertThat(answer.at("/fact/title").textValue()).isEqualTo("A speech");
    }

    @Test
    void the_whole_timeline_is_taken_along_as_files(Visitor visitor) {
        ThePage page = new ThePage(visitor.opens("/").page()).isThere();
        page.page().getByText("Take it with you").click();
        Locator file = page.role(AriaRole.LINK, "facts.csv");
        assertThat(file).isVisible();
        visitor.picturesWindow("exports");
        Axe.findsNothingOn(page.page());
        Download saved = page.page().waitForDownload(file::click);
        assertThat(saved.suggestedFilename()).isEqualTo("soviet-union-1953-1964-636.csv");
    }

    @Test
    void the_picture_is_saved_as_svg(Visitor visitor) throws Exception {
        ThePage page = new ThePage(visitor.opens("/?on=1957-06-01").page()).isThere();
        Download saved =
                page.page().waitForDownload(() -> page.button("Save picture (SVG)").click());
        assertThat(saved.suggestedFilename())
                .isEqualTo("soviet-union-1953-1964-1957-06-01-known-636.svg");
        byte[] bytes;
        try (InputStream in = saved.createReadStream()) {
            bytes = in.readAllBytes();
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document svg = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        assertThat(svg.getDocumentElement().getLocalName()).isEqualTo("svg");
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("The Soviet Union, 1953–1964", "1 June 1957", "Nikolai Bulganin")
                .contains("certain", "only possible", "Nuritdin Mukhitdinov");
        NodeList all = svg.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getLocalName()).isNotIn("script", "foreignObject", "image", "use");
            assertThat(element.hasAttribute("class")).isFalse();
        }
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .doesNotContain("oklch")
                .doesNotContain("var(");
        visitor.page()
                .navigate("data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes));
        visitor.picturesWindow("saved-svg");
    }

    @Test
    void the_picture_is_saved_as_png(Visitor visitor) throws Exception {
        ThePage page = new ThePage(visitor.dark().opens("/?on=1957-06-01").page()).isThere();
        Download saved =
                page.page().waitForDownload(() -> page.button("Save picture (PNG)").click());
        assertThat(saved.suggestedFilename()).endsWith(".png");
        saved.saveAs(Visitor.SCREENSHOTS.resolve("saved-png.png"));
        BufferedImage picture = ImageIO.read(saved.path().toFile());
        assertThat(picture.getWidth()).isGreaterThan(1_200);
        assertThat(picture.getHeight()).isGreaterThan(500);
        assertThat(page.page().getByText(Pattern.compile("^Saved "))).isVisible();
        long colours =
                Arrays.stream(
                                picture.getRGB(
                                        0,
                                        0,
                                        picture.getWidth(),
                                        picture.getHeight(),
                                        null,
                                        0,
                                        picture.getWidth()))
                        .distinct()
                        .count();
        assertThat(colours).as("colours in the picture").isGreaterThan(20);
    }
}
