package dev.annals.bench.suite.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.bench.suite.contest.Contest;
import dev.annals.bench.suite.contest.Form;
import dev.annals.bench.suite.load.HttpLoad;
import dev.annals.bench.suite.load.Requests;
import dev.annals.bench.suite.process.HttpService;
import dev.annals.bench.suite.process.Postgres;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;

/** Where the works are done: one PostgreSQL, the service, the bare one, and a load generator. */
public record Stand(
        Form form,
        Contest contest,
        Postgres postgres,
        HttpService annals,
        HttpService bare,
        HttpLoad load,
        Programs programs,
        Set<String> held) {

    private static final Duration IMPORTED = Duration.ofHours(1);

    /**
     * Where the packaged programs are.
     *
     * @param scratch for files that nobody needs after the run
     */
    public record Programs(
            Path annalsJar, Path bareJar, Path peers, Path node, Path scratch, Path logs) {}

    public Stand(
            Form form,
            Contest contest,
            Postgres postgres,
            HttpService annals,
            HttpService bare,
            HttpLoad load,
            Programs programs) {
        this(form, contest, postgres, annals, bare, load, programs, new HashSet<>());
    }

    public void open(String timeline) throws Exception {
        annals.expect(
                annals.request("/timelines/" + timeline)
                        .PUT(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"title\":\"" + timeline + "\"}"))
                        .build());
    }

    public long head(String timeline) throws Exception {
        return annals.get("/timelines/" + timeline).get("facts").asLong();
    }

    /**
     * Appends to a timeline for one turn, and counts what it holds then.
     *
     * @param batch how many facts each body has
     * @param bodies made as they are sent, from the number of the request
     */
    public HttpLoad.Result append(
            String timeline, int writers, int batch, LongFunction<String> bodies) throws Exception {
        long before = head(timeline);
        String path = "/timelines/" + timeline + "/facts";
        HttpLoad.Result result =
                load.run(
                        annals.port(),
                        writers,
                        form.turn(),
                        n -> Requests.post(path, bodies.apply(n)));
        Check.same("facts of " + timeline, before + result.answers() * batch, head(timeline));
        return result;
    }

    /** A timeline that holds so many facts; imported the first time it is asked for. */
    public String timelineOf(long facts) throws Exception {
        String timeline = "holds-" + facts;
        if (!held.contains(timeline)) {
            importInto(timeline, facts);
            held.add(timeline);
        }
        return timeline;
    }

    /** Of a file that is made before. */
    public void importInto(String timeline, long facts) throws Exception {
        Path file = fileOf(facts);
        open(timeline);
        importFile(timeline, file, facts);
        try (var connection = postgres.connect("annals")) {
            Postgres.run(connection, "vacuum analyze");
        }
    }

    public Path fileOf(long facts) throws Exception {
        Path file = programs.scratch().resolve("facts-" + facts + ".ndjson");
        if (!file.toFile().exists()) {
            Facts.write(file, facts);
        }
        return file;
    }

    public void importFile(String timeline, Path file, long facts) throws Exception {
        HttpRequest request =
                annals.request("/timelines/" + timeline + "/imports?format=ndjson")
                        .timeout(IMPORTED)
                        .setHeader("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                        .build();
        JsonNode answer = new ObjectMapper().readTree(annals.expect(request));
        Check.same("imported", facts, answer.get("appended").asLong());
        Check.same("head of " + timeline, facts, head(timeline));
    }

    /** How {@code timelines.key} names a timeline in SQL. */
    public long keyOf(String timeline) throws Exception {
        return postgres.count("annals", "select key from timelines where id = '" + timeline + "'");
    }
}
