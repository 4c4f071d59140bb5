package dev.annals.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.LogReading;
import dev.annals.web.problem.ProblemType;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every answer must be like, whatever it answers. */
final class Judge {

    /** Kinds of the framework's refusals that have no type of their own. */
    private static final Set<Integer> GENERAL = Set.of(408, 414, 416, 417, 431);

    /** Words that only the service's insides use. */
    private static final Pattern INSIDES =
            Pattern.compile(
                    "\\b(java|jakarta|javax|dev\\.annals|io\\.(vertx|quarkus|netty|smallrye)|org\\.(jboss|postgresql|hibernate)"
                            + "|com\\.fasterxml)\\.|Exception|\\.java\\b|^\\s*at .+\\(|stack ?trace|NullPointer"
                            + "|(?i:sqlstate|\\b(select|insert|update|delete)\\b.+\\b(from|into|set)\\b|\\bpg_|relation \")"
                            + "|StreamRead|INCLUDE_SOURCE|JsonToken|ERROR:|invalid byte sequence|/(tmp|home|root|usr|var|work)/",
                    Pattern.MULTILINE);

    private Judge() {}

    /** Throws if the answer is not one that a good service gives. */
    static void check(Input input, Heard heard) {
        if (heard.status() == 0) {
            require(input.isBelowHttp(), "no answer");
            return;
        }
        if (heard.status() == 101) {
            return; // only for who asked for it
        }
        require(heard.status() < 500, "the service failed");
        require(!heard.headers().containsKey("x-injected"), "a header was injected");
        if (heard.isSuccess()) {
            checkSuccess(input, heard);
        } else {
            checkRefusal(input, heard);
        }
    }

    private static void checkSuccess(Input input, Heard heard) {
        String type = heard.header("content-type");
        if (type.startsWith("text/event-stream")) {
            checkStream(heard);
        }
        boolean isJson = type.startsWith("application/json") && heard.body().length > 0;
        if (isJson && heard.header("content-encoding").isEmpty()) {
            heard.json();
        }
        require(
                !type.startsWith("application/problem+json"),
                "a problem that calls itself a success");
        require(heard.body().length == 0 || !type.isEmpty(), "no content type");
    }

    /** As far as it was heard: the last line may be cut off. */
    private static void checkStream(Heard heard) {
        String text = heard.text();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
            require(
                    line.isEmpty() || line.matches("(:|(id|event|retry|data): ?).*"),
                    "no line of an event stream: " + line);
            if (line.startsWith("data:")) {
                LogReading.parse(line.substring("data:".length()));
            }
        }
    }

    private static void checkRefusal(Input input, Heard heard) {
        if (input.isBelowHttp() && heard.body().length == 0) {
            return; // said by the HTTP layer, which has no more to say
        }
        require(
                heard.header("content-type").startsWith("application/problem+json"),
                "a refusal that is no problem");
        if (heard.status() == 405) {
            require(!heard.header("allow").isEmpty(), "405 without Allow");
        }
        if (heard.status() == 401) {
            require(!heard.header("www-authenticate").isEmpty(), "401 without WWW-Authenticate");
        }
        if (!input.isHead() && heard.header("content-encoding").isEmpty()) {
            checkProblem(input, heard);
        }
    }

    private static void checkProblem(Input input, Heard heard) {
        JsonNode problem = heard.json();
        require(problem.path("status").asInt() == heard.status(), "another status in the problem");
        String uri = problem.path("type").asText();
        ProblemType type =
                ProblemType.of(uri.substring(uri.lastIndexOf('/') + 1))
                        .orElseThrow(() -> new AssertionError("no type of problem: " + uri));
        require(
                type.status() == heard.status() || GENERAL.contains(heard.status()),
                "a problem of another status");
        require(problem.path("title").asText().equals(type.title()), "another title");
        require(!problem.path("detail").asText().isBlank(), "no detail");
        boolean hasViolations = type == ProblemType.INVALID_FACTS || type == ProblemType.ID_REUSED;
        require(problem.path("violations").isEmpty() != hasViolations, "violations where due");
        Matcher insides = INSIDES.matcher(heard.text());
        while (insides.find()) {
            require(
                    input.toString().contains(insides.group()),
                    "speaks of its insides: " + insides.group());
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
