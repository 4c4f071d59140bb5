package dev.annals.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Client;
import dev.annals.testing.Metrics;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A panel or an alert on a metric that does not exist would be empty for ever, and so look well.
 */
@QuarkusTest
@RunningService
class WatchedNamesTest {

    /** What looks like a metric, but for a role and a database of the runbook. */
    private static final Pattern NAME =
            Pattern.compile(
                    "\\b(?:annals|cache|http|jvm|postgresql|process|sql|vertx)_(?!service|restored)[a-z0-9_]+");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker/grafana/dashboards/annals.json",
                "docker/prometheus/alerts.yaml",
                "src/docs/RUNBOOK.md"
            })
    void every_metric_that_is_watched_exists(String file) throws IOException {
        Client.get("/timelines").expect(200);
        Set<String> names = new TreeSet<>();
        NAME.matcher(Files.readString(Path.of(file))).results().forEach(m -> names.add(m.group()));
        assertThat(names).anyMatch(name -> name.startsWith("annals_"));
        assertThat(Metrics.now().names()).containsAll(names);
    }
}
