package dev.annals.bench.peers;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;

/** Axon Framework's JDBC engine: each append is a batch of statements in a transaction. */
final class Axon implements EventPeer {

    /** What is stored. */
    record Recorded(String json) {}

    private final JdbcEventStorageEngine engine;

    Axon(String url) {
        HikariDataSource pool = Connections.pool(url);
        JacksonSerializer serializer = JacksonSerializer.defaultSerializer();
        engine =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(pool::getConnection)
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .batchSize(1_000)
                        .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    @Override
    public Writer writer(int number) {
        String aggregate = number + "-" + UUID.randomUUID();
        AtomicLong sequence = new AtomicLong();
        return facts -> {
            List<DomainEventMessage<Recorded>> events = new ArrayList<>(facts.size());
            for (String fact : facts) {
                events.add(
                        new GenericDomainEventMessage<>(
                                "Office",
                                aggregate,
                                sequence.getAndIncrement(),
                                new Recorded(fact)));
            }
            engine.appendEvents(events);
        };
    }

    @Override
    public long readAll() {
        try (var events = engine.readEvents(null, false)) {
            return events.peek(event -> event.getPayload()).count();
        }
    }
}
