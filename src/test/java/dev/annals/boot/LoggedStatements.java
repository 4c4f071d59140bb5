package dev.annals.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The prepared statements that the service asked a PostgreSQL for, from its log in JSON. */
final class LoggedStatements {

    private static final String SERVICE = "vertx-pg-client";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EXECUTED =
            Pattern.compile("execute [^:]+: ((?:select|insert|update|with).*)", Pattern.DOTALL);

    private LoggedStatements() {}

    /** As they were prepared but for white space, in alphabetical order. */
    static Set<String> of(Path folder) throws IOException {
        Set<String> statements = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                Files.readAllLines(file)
                        .forEach(line -> statement(line).ifPresent(statements::add));
            }
        }
        return statements;
    }

    private static Optional<String> statement(String line) {
        try {
            JsonNode logged = JSON.readTree(line);
            Matcher executed = EXECUTED.matcher(logged.path("message").asText());
            return executed.matches() && logged.path("application_name").asText().equals(SERVICE)
                    ? Optional.of(executed.group(1).strip().replaceAll("\\s+", " "))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
