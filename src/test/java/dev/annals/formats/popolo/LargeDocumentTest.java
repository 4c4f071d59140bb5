package dev.annals.formats.popolo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.formats.FactFile;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.gcardone.junidecode.Junidecode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document far larger than the memory it is read in. */
class LargeDocumentTest {

    private static final int MEMBERSHIPS = 300_000;
    private static final int PEOPLE = 3_000;

    @TempDir Path folder;

    @Test
    void three_hundred_thousand_memberships_go_through_32_megabytes() throws Exception {
        Path document = folder.resolve("large.json");
        write(document);
        assertThat(Files.size(document)).isGreaterThan(32 << 20);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx32m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-cp",
                                classPath(),
                                LargeDocumentTest.class.getName(),
                                document.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        int posts = 1;
        assertThat(said.strip()).isEqualTo(2 * MEMBERSHIPS + PEOPLE + 1 + posts + " facts");
    }

    /** What the readers need, and nothing else. */
    private static String classPath() {
        return Stream.of(
                        LargeDocumentTest.class,
                        PopoloFile.class,
                        JsonFactory.class,
                        JsonNode.class,
                        JsonInclude.class,
                        Junidecode.class)
                .map(
                        c ->
                                Path.of(
                                        URI.create(
                                                c.getProtectionDomain()
                                                        .getCodeSource()
                                                        .getLocation()
                                                        .toString())))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Counts the facts of a document. */
    public static void main(String[] args) throws IOException {
        long facts = 0;
        try (FactFile file = PopoloFile.open(Path.of(args[0]))) {
            while (file.next().orElse(null) instanceof FactFile.Read) {
                facts++;
            }
        }
        System.out.println(facts + " facts");
    }

    /** Memberships first, every third hundredth of them with a post. */
    private static void write(Path document) throws IOException {
        try (Writer out = Files.newBufferedWriter(document)) {
            out.write("{\"memberships\": [");
            for (int i = 0; i < MEMBERSHIPS; i++) {
                out.write(i == 0 ? "\n" : ",\n");
                out.write(
                        """
                        {"id": "m%d", "person_id": "00000000-0000-0000-0000-%012d", %s, "role": "member",\
                         "start_date": "%04d-01-01", "end_date": "%04d-06", "area_id": "area/%d"}\
                        """
                                .formatted(
                                        i,
                                        i % PEOPLE,
                                        i % 300 == 0
                                                ? "\"post_id\": \"p\""
                                                : "\"organization_id\": \"o\"",
                                        1500 + i / PEOPLE,
                                        1500 + i / PEOPLE,
                                        i));
            }
            out.write("],\n\"persons\": [");
            for (int i = 0; i < PEOPLE; i++) {
                out.write(i == 0 ? "\n" : ",\n");
                out.write(
                        "{\"id\": \"00000000-0000-0000-0000-%012d\", \"name\": \"Person %d\"}"
                                .formatted(i, i));
            }
            out.write(
                    """
                    ],
                    "organizations": [{"id": "o", "name": "Assembly"}],
                    "posts": [{"id": "p", "label": "Speaker", "organization_id": "o"}]}
                    """);
        }
    }
}
