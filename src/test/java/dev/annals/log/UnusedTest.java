package dev.annals.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.fact.Fact;
import dev.annals.json.FactReader;
import dev.annals.log.AppendOutcome.Appended;
import dev.annals.log.AppendOutcome.IdReused;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was foreseen of ids spares look-ups, and never lets a fact in twice. */
@QuarkusTest
@RunningService
@Timeout(60)
class UnusedTest {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    @Inject FactLog log;

    private final String timeline = Client.timeline();
    private final UUID held = UUID.randomUUID();
    private final UUID fresh = UUID.randomUUID();

    private AppendOutcome append(UUID id, String title, Optional<Unused> unused) {
        Fact fact =
                FactReader.recorded(
                                Facts.event(title)
                                        .put("id", id.toString())
                                        .put("position", 1)
                                        .put("recordedAt", "2026-01-01T00:00:00Z")
                                        .put("recordedBy", "alice")
                                        .toString())
                        .fact();
        AppendRequest request =
                new AppendRequest(
                        timeline,
                        "alice",
                        List.of(new Draft(id, fact, "/0")),
                        Optional.empty(),
                        0,
                        unused);
        return log.append(request).await().atMost(AT_MOST);
    }

    private Optional<Unused> foreseen(UUID... ids) {
        return log.unused(timeline, Set.of(ids)).await().atMost(AT_MOST);
    }

    private static int added(AppendOutcome outcome) {
        return ((Appended) outcome).added();
    }

    @Test
    void tells_which_ids_no_fact_has() {
        append(held, "first", Optional.empty());
        assertThat(foreseen(held, fresh)).contains(new Unused(Set.of(fresh), 1));
        assertThat(log.unused("no-such-timeline", Set.of(fresh)).await().atMost(AT_MOST)).isEmpty();
    }

    @Test
    void an_id_that_was_used_since_is_found() {
        append(held, "first", Optional.empty());
        Optional<Unused> unused = foreseen(fresh);
        assertThat(added(append(fresh, "second", unused))).isOne();
        assertThat(added(append(fresh, "second", unused))).isZero();
        assertThat(append(fresh, "another", unused)).isInstanceOf(IdReused.class);
    }

    /** As after a fail-over to a database that lacks the last facts. */
    @Test
    void what_was_foreseen_of_a_longer_log_counts_for_nothing() {
        append(held, "first", Optional.empty());
        Optional<Unused> wrong = Optional.of(new Unused(Set.of(held), 2));
        assertThat(added(append(held, "first", wrong))).isZero();
    }
}
