package dev.annals.bench.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bare service is a limit only if it is built of what the service is built of. */
final class SameFramework {

    private SameFramework() {}

    static void check(Path annalsJar, Path bareJar) throws IOException {
        String ours = core(annalsJar);
        String bare = core(bareJar);
        if (!ours.equals(bare)) {
            throw new IllegalStateException(
                    "the service runs on %s, the bare one on %s: see quarkus.version in src/bench/pom.xml"
                            .formatted(ours, bare));
        }
    }

    private static String core(Path jar) throws IOException {
        try (var files = Files.list(jar.resolveSibling("lib/main"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("io.quarkus.quarkus-core-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no Quarkus beside " + jar));
        }
    }
}
