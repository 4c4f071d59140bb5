package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.docs.ApiDocument;
import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each path of the API document takes just the methods that stand there. */
@QuarkusTest
@RunningService
class AllowedMethodsTest {

    static Set<Map.Entry<String, Set<String>>> paths() {
        Map<String, Set<String>> paths = new TreeMap<>();
        for (String operation : ApiDocument.read().operations()) {
            String[] parts = operation.split(" ");
            Set<String> methods =
                    paths.computeIfAbsent(
                            parts[1].replaceAll("\\{\\w+}", "x"),
                            _ -> new TreeSet<>(Set.of("OPTIONS")));
            methods.add(parts[0]);
            methods.addAll(parts[0].equals("GET") ? Set.of("HEAD") : Set.of());
        }
        return paths.entrySet();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void the_methods_are_those_of_the_document(Map.Entry<String, Set<String>> path) {
        for (String spelling : new String[] {path.getKey(), path.getKey() + "/"}) {
            Answer options = Client.send("OPTIONS", spelling, null).expect(204);
            assertThat(options.header("allow").split(", "))
                    .containsExactlyInAnyOrderElementsOf(path.getValue());
            for (String method : new String[] {"GET", "PUT", "POST", "DELETE", "PATCH", "BREW"}) {
                if (!path.getValue().contains(method)) {
                    Answer refused = Client.send(method, spelling, null);
                    refused.problem(405, "method-not-allowed");
                    assertThat(refused.header("allow")).isEqualTo(options.header("allow"));
                }
            }
        }
    }
}
