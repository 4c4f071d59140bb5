package dev.annals.bench.peers;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.persistence.jdbc.query.javadsl.JdbcReadJournal;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;

/**
 * Pekko's JDBC journal: an actor for each writer, all events under one tag, in batches of its own.
 */
final class Pekko implements EventPeer {

    private static final String TAG = "facts";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String CONFIG =
            """
            pekko.loglevel = ERROR
            pekko.persistence.journal.plugin = "jdbc-journal"
            pekko.persistence.snapshot-store.plugin = "pekko.persistence.no-snapshot-store"
            slick {
              profile = "slick.jdbc.PostgresProfile$"
              db { url = "%s", driver = "org.postgresql.Driver", numThreads = %2$d, maxConnections = %2$d, minConnections = 1 }
            }
            jdbc-journal.slick = ${slick}
            jdbc-read-journal.slick = ${slick}
            jdbc-read-journal.max-buffer-size = "1000"
            """;

    private record Append(List<String> facts, ActorRef<Done> replyTo) {}

    private final ActorSystem<SpawnProtocol.Command> system;

    Pekko(String url) throws Exception {
        makeTables(url);
        Config config =
                ConfigFactory.parseString(CONFIG.formatted(url, Connections.MOST))
                        .withFallback(ConfigFactory.load())
                        .resolve();
        system = ActorSystem.create(SpawnProtocol.create(), "bench", config);
    }

    private static void makeTables(String url) throws Exception {
        String path = "/schema/postgres/postgres-create-schema.sql";
        try (var script = Pekko.class.getResourceAsStream(path);
                Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql :
                    new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** Keeps nothing but its events. */
    private static final class Office extends EventSourcedBehavior<Append, String, Done> {

        Office(String id) {
            super(PersistenceId.ofUniqueId(id));
        }

        @Override
        public Done emptyState() {
            return Done.getInstance();
        }

        @Override
        public CommandHandler<Append, String, Done> commandHandler() {
            return (_, append) ->
                    Effect()
                            .persist(append.facts())
                            .thenReply(append.replyTo(), _ -> Done.getInstance());
        }

        @Override
        public EventHandler<Done, String> eventHandler() {
            return (state, _) -> state;
        }

        @Override
        public Set<String> tagsFor(String event) {
            return Set.of(TAG);
        }
    }

    @Override
    public Writer writer(int number) {
        ActorRef<Append> office =
                AskPattern.<SpawnProtocol.Command, ActorRef<Append>>ask(
                                system,
                                replyTo ->
                                        new SpawnProtocol.Spawn<>(
                                                new Office(number + "-" + UUID.randomUUID()),
                                                "office-" + number,
                                                Props.empty(),
                                                replyTo),
                                PATIENCE,
                                system.scheduler())
                        .toCompletableFuture()
                        .join();
        return facts ->
                AskPattern.<Append, Done>ask(
                                office,
                                replyTo -> new Append(facts, replyTo),
                                PATIENCE,
                                system.scheduler())
                        .toCompletableFuture()
                        .join();
    }

    @Override
    public long readAll() {
        return PersistenceQuery.get(system)
                .getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier())
                .currentEventsByTag(TAG, Offset.noOffset())
                .runFold(0L, (count, _) -> count + 1, system)
                .toCompletableFuture()
                .join();
    }
}
