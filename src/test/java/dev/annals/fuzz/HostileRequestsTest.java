package dev.annals.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.oracle.FactWriter;
import dev.annals.oracle.RandomHistory;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, and however, is answered properly or refused properly, and changes nothing.
 */
@QuarkusTest
@RunningService
class HostileRequestsTest {

    private static final String FLAGSHIP = "soviet-union-1953-1964";
    private static final int LOOK_EVERY = 200;

    @Inject DataSource database;

    @Test
    void hostile_requests_are_refused_and_change_nothing() throws Exception {
        String small = Client.timeline();
        Client.append(small, RandomHistory.of(12).log().stream().map(FactWriter::write).toList())
                .expect(201);
        Requests requests = new Requests(List.of(FLAGSHIP, small, Client.timeline(), "none"));
        Tally tally = new Tally();
        try (Heads heads = new Heads(database);
                Wire wire = new Wire();
                LogOfErrors log = LogOfErrors.listen()) {
            Map<String, Heads.Head> before = heads.all();
            Fuzz.run(
                    2_000,
                    seed -> {
                        Input input = requests.make(seed);
                        Heard heard = wire.send(input.bytes(), input.isHead());
                        tally.add(input.endpoint(), heard.status());
                        try {
                            Judge.check(input, heard);
                        } catch (AssertionError e) {
                            throw new AssertionError(
                                    e.getMessage() + "\n" + input + "\nwas answered " + heard);
                        }
                        if (tally.inputs() % LOOK_EVERY == 0) {
                            assertThat(heads.all()).as("up to seed " + seed).isEqualTo(before);
                        }
                    });
            assertThat(heads.all()).isEqualTo(before);
            assertThat(log.errors()).isEmpty();
        } finally {
            System.out.println(tally);
        }
        assertThat(
                        Client.ask(
                                        FLAGSHIP,
                                        "state?on=1958-03-28&office=premier-of-the-soviet-union")
                                .toString())
                .contains("nikita-khrushchev");
        for (int status : new int[] {200, 304, 400, 401, 404, 405, 406}) {
            assertThat(tally.of(status)).as("answers " + status).isPositive();
        }
    }
}
