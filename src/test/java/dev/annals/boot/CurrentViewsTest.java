package dev.annals.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.log.Primary;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import dev.annals.views.Views;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningService
class CurrentViewsTest {

    @Inject CurrentViews views;
    @Inject Vertx vertx;
    @Inject Primary primary;

    private PgConnection owner() {
        return joined(primary.find(vertx).compose(d -> PgConnection.connect(vertx, d)));
    }

    private static <T> T joined(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void views_of_older_rules_are_rebuilt_at_the_start() {
        String timeline = Client.timeline();
        Client.append(timeline, Facts.named("person", "A Person")).expect(201);
        PgConnection owner = owner();
        joined(owner.query("update entities set label = 'As older rules had it'").execute());
        joined(owner.query("update rules set version = 0").execute());

        views.settle(new StartupEvent());

        int rules =
                joined(owner.query("select version from rules").execute())
                        .iterator()
                        .next()
                        .getInteger(0);
        owner.close();
        assertThat(rules).isEqualTo(Views.RULES);
        assertThat(Client.ask(timeline, "people?q=person").toString()).contains("A Person");
    }
}
