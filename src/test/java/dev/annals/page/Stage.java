package dev.annals.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import dev.annals.scenarios.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One packaged service and one browser, for all tests of the page. */
final class Stage implements AutoCloseable {

    private final Path data;
    private final RunningService service;
    private final Playwright playwright;
    private final Browser browser;

    private Stage(Path data, RunningService service, Playwright playwright, Browser browser) {
        this.data = data;
        this.service = service;
        this.playwright = playwright;
        this.browser = browser;
    }

    static Stage set(Path chromium) {
        try {
            Path data = Files.createTempDirectory("annals-page-");
            RunningService service = RunningService.start(data);
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser =
                    playwright
                            .chromium()
                            .launch(
                                    new LaunchOptions()
                                            .setExecutablePath(chromium)
                                            .setArgs(Chromium.FLAGS));
            return new Stage(data, service, playwright, browser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunningService service() {
        return service;
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() throws IOException {
        try (service) {
            browser.close();
            playwright.close();
        }
        List<Path> left;
        try (var paths = Files.walk(data)) {
            left = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : left) {
            Files.deleteIfExists(path);
        }
    }
}
