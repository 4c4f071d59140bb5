package dev.annals.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.annals.fire.Link;
import dev.annals.scenarios.RunningService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Somebody who looks at the page, with a browser of their own that knows nothing of others. */
final class Visitor {

    static final Path SCREENSHOTS =
            Path.of(System.getProperty("annals.screenshots", "target/screenshots"));

    private static final double PATIENCE_MILLIS = 10_000;

    private final Stage stage;
    private final Complaints complaints;
    private final List<BrowserContext> others = new ArrayList<>();
    private String origin;
    private BrowserContext context;
    private Page page;

    Visitor(Stage stage) {
        this.stage = stage;
        this.origin = stage.service().baseUri().toString().replaceAll("/$", "");
        this.complaints = new Complaints(this::origin);
        with(options());
    }

    /** West of Greenwich, where a day that is taken for an instant shows as the day before. */
    private static NewContextOptions options() {
        return new NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("America/Los_Angeles")
                .setViewportSize(1280, 800)
                .setColorScheme(ColorScheme.LIGHT)
                .setPermissions(List.of("clipboard-read", "clipboard-write"));
    }

    private void with(NewContextOptions options) {
        if (context != null) {
            context.close();
        }
        context = stage.browser().newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        complaints.about(page);
    }

    /** A page of somebody else, who knows nothing of this one. */
    Page friend() {
        BrowserContext theirs = stage.browser().newContext(options());
        theirs.setDefaultTimeout(PATIENCE_MILLIS);
        others.add(theirs);
        Page page = theirs.newPage();
        complaints.about(page);
        return page;
    }

    Visitor wide(int width, int height) {
        page.setViewportSize(width, height);
        return this;
    }

    Visitor dark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    Visitor withoutMotion() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        return this;
    }

    /** With fingers on a small screen. */
    Visitor byTouch() {
        with(options().setViewportSize(360, 740).setHasTouch(true).setIsMobile(true));
        return this;
    }

    /** On a screen with twice as many pixels. */
    Visitor fine(int width, int height) {
        with(options().setViewportSize(width, height).setDeviceScaleFactor(2));
        return this;
    }

    /** Whose connections to the service can be cut. */
    Visitor through(Link link) {
        origin = "http://127.0.0.1:" + link.port();
        return this;
    }

    /** Of another service than everybody's. */
    Visitor of(RunningService other) {
        origin = "http://127.0.0.1:" + other.baseUri().getPort();
        return this;
    }

    /**
     * @param pathAndQuery from the first slash on
     */
    Visitor opens(String pathAndQuery) {
        page.navigate(origin() + pathAndQuery);
        return this;
    }

    /** Opens an address that somebody else gave. */
    Visitor follows(String address) {
        assertThat(address).startsWith(origin());
        page.navigate(address);
        return this;
    }

    Page page() {
        return page;
    }

    String address() {
        return page.url();
    }

    /** The address is written a few times a second: it holds these a moment after the view does. */
    Visitor isAt(String... parts) {
        page.waitForCondition(() -> Stream.of(parts).allMatch(address()::contains));
        return this;
    }

    RunningService service() {
        return stage.service();
    }

    /** Without a slash at the end. */
    String origin() {
        return origin;
    }

    void expectsComplaint(String regex) {
        complaints.expect(regex);
    }

    /** The whole page, as far as it can be scrolled. */
    void pictures(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    /** What is in sight. */
    void picturesWindow(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /**
     * @param picture of what is seen at the end; null for none
     */
    void leave(String picture) {
        try {
            if (picture != null) {
                picturesWindow(picture);
            }
        } catch (PlaywrightException _) {
            // The test's own failure says more.
        } finally {
            others.forEach(BrowserContext::close);
            context.close();
        }
        assertThat(complaints.unexpected()).as("what the browser complained of").isEmpty();
    }
}
