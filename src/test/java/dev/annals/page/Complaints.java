package dev.annals.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What went wrong in a page, said or unsaid: errors on its console, lost requests, other origins.
 */
final class Complaints {

    /** The page itself gave these up: it asked again, or closed a stream. */
    private static final String GIVEN_UP = "net::ERR_ABORTED";

    private final Supplier<String> origin;
    private final List<String> found = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    Complaints(Supplier<String> origin) {
        this.origin = origin;
    }

    void about(Page page) {
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error") || message.type().equals("warning")) {
                        found.add("console: " + message.text() + " at " + message.location());
                    }
                });
        page.onPageError(error -> found.add("uncaught: " + error));
        page.onRequestFailed(this::failed);
        page.onRequest(this::asked);
        page.onDialog(
                dialog -> {
                    found.add("dialog: " + dialog.message());
                    dialog.dismiss();
                });
    }

    private void failed(Request request) {
        if (!GIVEN_UP.equals(request.failure())) {
            found.add("failed: " + request.url() + " " + request.failure());
        }
    }

    private void asked(Request request) {
        String url = request.url();
        boolean isOwn = url.startsWith(origin.get()) || url.startsWith("blob:" + origin.get());
        if (!isOwn && !url.startsWith("data:")) {
            found.add("another origin: " + url);
        }
    }

    /** From now on this is no complaint. */
    void expect(String regex) {
        expected.add(Pattern.compile(regex));
    }

    List<String> unexpected() {
        return found.stream()
                .filter(said -> expected.stream().noneMatch(e -> e.matcher(said).find()))
                .toList();
    }
}
