package dev.annals.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who follows one node has what another commits soon, also when the two cannot hear each other. */
class ListenLostIT {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration A_WHILE = Duration.ofSeconds(15);
    private static final int TIMES = 4;

    /** A port at which nobody listens. */
    private static final int NOBODY = 1;

    @TempDir private Path folder;

    @Test
    void a_lost_listen_connection_is_replaced_and_costs_a_follower_less_than_two_seconds() {
        Report report = new Report(0);
        try (World world = World.start(folder, 2, report)) {
            world.open(List.of(new Book("listen", new Acknowledged())), new Random(0));
            Node following = world.nodes().getLast();
            Subscriber follower = Subscriber.start(world, following, "listen");
            Link link = following.link();
            for (int i = 0; i < TIMES; i++) {
                lose(world, follower, "cut", l -> l.cut(Wire::isListening));
                lose(world, follower, "swallowed", l -> l.swallow(Wire::isListening));
            }
            Patience.atMost(A_WHILE).until("the node listens", link::isListening);
            follower.leave();
        }
        report.expectNothingWrong();
    }

    @Test
    void what_a_node_does_not_hear_is_in_its_metrics() {
        Report report = new Report(0);
        try (World world = World.start(folder, 2, report)) {
            world.open(List.of(new Book("listen", new Acknowledged())), new Random(0));
            Node deaf = world.nodes().getLast();
            Subscriber follower = Subscriber.start(world, deaf, "listen");
            append(world, follower);
            awaitMetric(deaf, "annals_node_listening 1.0");

            deaf.link().pointTo(NOBODY);
            assertThat(deaf.link().cut(Wire::isListening)).isEqualTo(1);
            awaitMetric(deaf, "annals_node_listening 0.0");
            append(world, follower);
            awaitMetric(deaf, "annals_node_lag_facts 1.0");

            deaf.link().pointTo(world.primary().port());
            awaitMetric(deaf, "annals_node_listening 1.0");
            awaitMetric(deaf, "annals_node_lag_facts 0.0");
            follower.leave();
        }
        report.expectNothingWrong();
    }

    private static void awaitMetric(Node node, String line) {
        Patience.atMost(A_WHILE).until(line, () -> node.metrics().lines().anyMatch(line::equals));
    }

    private static void lose(
            World world, Subscriber follower, String how, ToIntFunction<Link> harm) {
        Link link = world.nodes().getLast().link();
        Patience.atMost(A_WHILE).until("the node listens", link::isListening);
        append(world, follower);
        assertThat(harm.applyAsInt(link)).as("connections").isEqualTo(1);
        Duration delay = append(world, follower);
        world.report()
                .tell("listening connection " + how + ": followed by " + Report.seconds(delay));
        assertThat(delay).isLessThan(SOON);
    }

    /**
     * @return how long after the answer the follower has the fact
     */
    private static Duration append(World world, Subscriber follower) {
        world.awaitAppends(List.of(world.nodes().getFirst()));
        int facts = world.books().getFirst().acknowledged().count();
        return Patience.atMost(A_WHILE)
                .until("the fact is followed", () -> follower.seen().size() == facts);
    }
}
