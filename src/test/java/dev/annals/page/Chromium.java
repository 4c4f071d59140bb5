package dev.annals.page;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own browser. */
final class Chromium {

    /** Where it is, if it goes by none of the {@link #NAMES} on the path. */
    static final String SETTING = "ANNALS_CHROMIUM";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<String> ELSEWHERE =
            List.of(
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /** Nothing that talks to anybody, nothing that needs a screen. */
    static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private Chromium() {}

    static Optional<Path> find() {
        Stream<Path> told = Stream.ofNullable(System.getenv(SETTING)).map(Path::of);
        Stream<Path> onPath =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.of(told, onPath, ELSEWHERE.stream().map(Path::of))
                .flatMap(paths -> paths)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether it is a failure that there is none. */
    static boolean isRequired() {
        return "required".equals(System.getenv("ANNALS_BROWSER"));
    }
}
