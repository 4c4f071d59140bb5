package dev.annals.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.RandomHistory;
import dev.annals.testing.Client;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import dev.annals.testing.TestDatabase;
import dev.annals.verify.DatabaseLogs;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Whatever is sent is appended as it was sent, or refused and changes nothing. */
@QuarkusTest
@RunningService
class HostileBodiesTest {

    private static final int BODIES_A_TIMELINE = 400;

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/json",
                    "application/json",
                    "application/json",
                    "application/json",
                    "application/json; charset=utf-8",
                    "application/json;charset=UTF-16",
                    "text/plain",
                    "application/problem+json",
                    "multipart/form-data; boundary=x",
                    "*/*",
                    "json");

    @Inject DataSource database;

    private final Wire wire = new Wire();
    private final List<ObjectNode> valid =
            new ArrayList<>(RandomHistory.of(12).log().stream().map(FactWriter::write).toList());
    private final Tally tally = new Tally();
    private final List<String> timelines = new ArrayList<>();

    /** Not empty, so that what corrects and retracts has something to do it to. */
    private String timeline() {
        if (tally.inputs() % BODIES_A_TIMELINE == 0 || timelines.isEmpty()) {
            String timeline = Client.timeline();
            Client.append(timeline, valid).expect(201);
            timelines.add(timeline);
        }
        return timelines.getLast();
    }

    private static Input input(long seed, String timeline, boolean isTitle, byte[] body) {
        Random random = new Random(seed);
        List<String> headers = new ArrayList<>();
        headers.add("Authorization: Bearer " + TestDatabase.ALICE);
        boolean isPlain = random.nextInt(5) > 0;
        headers.add("Content-Type: " + (isPlain ? "application/json" : Hostile.any(TYPES, random)));
        if (random.nextInt(40) == 0) {
            headers.add(
                    "Content-Encoding: " + Hostile.any(List.of("gzip", "identity", "x"), random));
        }
        String path = "/timelines/" + timeline;
        return isTitle
                ? new Input("PUT title", "PUT", path, headers, Optional.of(body), false)
                : new Input(
                        "POST facts", "POST", path + "/facts", headers, Optional.of(body), false);
    }

    private List<JsonNode> added(String timeline, long after) {
        String path = "/timelines/" + timeline + "/facts?limit=1000&after=" + after;
        Input page = new Input("", "GET", path, List.of(), Optional.empty(), false);
        List<JsonNode> facts = new ArrayList<>();
        wire.send(page.bytes(), false).json().path("facts").forEach(facts::add);
        return facts;
    }

    private void send(long seed, Heads heads) {
        String timeline = timeline();
        boolean isTitle = seed % 20 == 0;
        ObjectNode title = valid.getFirst().objectNode().put("title", "T").put("description", "D");
        byte[] body = new Bodies(seed).make(isTitle ? List.of(title) : valid);
        send(input(seed, timeline, isTitle, body), isTitle, body, timeline, heads);
    }

    private void send(Input input, boolean isTitle, byte[] body, String timeline, Heads heads) {
        Heads.Head before = heads.of(timeline);
        Optional<Heard> preview = isTitle ? Optional.empty() : Optional.of(preview(input));
        Judge.require(heads.of(timeline).equals(before), "a preview changed the log");
        Heard heard = wire.send(input.bytes(), false);
        tally.add(input.endpoint(), heard.status());
        try {
            Judge.check(input, heard);
            Heads.Head after = heads.of(timeline);
            if (isTitle) {
                boolean isSame = after.equals(before);
                Judge.require(
                        heard.isSuccess() ? after.hash().equals(before.hash()) : isSame,
                        "a title changed the log");
                return;
            }
            checkPreview(preview.orElseThrow(), heard);
            AppendJudge judge = new AppendJudge(body, heard, before, after);
            if (heard.isSuccess()) {
                judge.checkAccepted(added(timeline, before.position()));
            } else {
                judge.checkRefused();
            }
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + input + "\nwas answered " + heard);
        }
    }

    private Heard preview(Input append) {
        Input preview =
                new Input(
                        "POST preview",
                        "POST",
                        append.target() + "?preview=true",
                        append.headers(),
                        append.body(),
                        false);
        Heard heard = wire.send(preview.bytes(), false);
        tally.add(preview.endpoint(), heard.status());
        Judge.check(preview, heard);
        return heard;
    }

    /** A preview is refused as the append is, word for word. */
    private static void checkPreview(Heard preview, Heard append) {
        Judge.require(
                append.isSuccess()
                        ? preview.status() == 200
                        : preview.status() == append.status()
                                && preview.json().equals(append.json()),
                "previewed as " + preview);
    }

    @Test
    void hostile_bodies_are_appended_as_sent_or_refused_with_pointers() throws Exception {
        try (Heads heads = new Heads(database);
                LogOfErrors log = LogOfErrors.listen()) {
            Map<String, Heads.Head> others = heads.all();
            Fuzz.run(500, seed -> send(seed, heads));
            Map<String, Heads.Head> all = heads.all();
            timelines.forEach(all::remove);
            assertThat(all).isEqualTo(others);
            assertThat(log.errors()).isEmpty();
        } finally {
            System.out.println(tally);
            wire.close();
        }
        for (int status : new int[] {200, 201, 400, 409, 415, 422}) {
            assertThat(tally.of(status)).as("answers " + status).isPositive();
        }
        checkLogs();
    }

    /** Of each type of fact one: what random changes may miss. */
    @Test
    void each_field_of_each_fact_is_refused_beyond_its_bounds() throws Exception {
        Map<String, ObjectNode> facts = new TreeMap<>();
        for (long seed = 0; seed < 60; seed++) {
            RandomHistory.of(seed).log().stream()
                    .map(FactWriter::write)
                    .forEach(fact -> facts.putIfAbsent(fact.get("type").textValue(), fact));
        }
        assertThat(facts).hasSize(14);
        List<String> bodies = Bodies.beyond(List.copyOf(facts.values()));
        try (Heads heads = new Heads(database)) {
            Fuzz.each(
                    bodies,
                    text -> {
                        byte[] body = text.getBytes(StandardCharsets.UTF_8);
                        String timeline = timeline();
                        send(input(1, timeline, false, body), false, body, timeline, heads);
                    });
        }
        assertThat(tally.of(422)).isGreaterThan(bodies.size() / 2);
        wire.close();
    }

    private void checkLogs() throws Exception {
        try (Connection connection = database.getConnection()) {
            DatabaseLogs logs = DatabaseLogs.now(connection);
            for (DatabaseLogs.Timeline timeline : logs.timelines()) {
                if (timelines.contains(timeline.id())) {
                    assertThat(logs.check(timeline, List.of()).finding()).isEmpty();
                }
            }
            connection.rollback();
        }
        assertThat(LogReading.facts(timelines.getLast())).isNotEmpty();
    }
}
