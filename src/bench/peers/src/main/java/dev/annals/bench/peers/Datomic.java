package dev.annals.bench.peers;

import clojure.java.api.Clojure;
import clojure.lang.IFn;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Datomic Local: tenures are entities with a first and a last day; what is known is its own axis.
 */
final class Datomic implements TemporalPeer {

    private static final int BATCH = 1_000;
    private static final String API = "datomic.client.api";

    private static final String SCHEMA =
            """
            [{:db/ident :tenure/office, :db/valueType :db.type/string, :db/cardinality :db.cardinality/one}
             {:db/ident :tenure/person, :db/valueType :db.type/string, :db/cardinality :db.cardinality/one}
             {:db/ident :tenure/from, :db/valueType :db.type/long, :db/cardinality :db.cardinality/one}
             {:db/ident :tenure/until, :db/valueType :db.type/long, :db/cardinality :db.cardinality/one}]
            """;

    private static final Object HOLDER =
            Clojure.read(
                    """
                    [:find ?person :in $ ?office ?day :where
                     [?t :tenure/office ?office] [?t :tenure/from ?from] [(<= ?from ?day)]
                     [?t :tenure/until ?until] [(< ?day ?until)] [?t :tenure/person ?person]]
                    """);

    private static final Object STATE =
            Clojure.read(
                    """
                    [:find ?office ?person :in $ ?day :where
                     [?t :tenure/from ?from] [(<= ?from ?day)] [?t :tenure/until ?until] [(< ?day ?until)]
                     [?t :tenure/office ?office] [?t :tenure/person ?person]]
                    """);

    private final IFn query;
    private final IFn transact;
    private final IFn db;
    private final Object connection;

    Datomic(Path folder) {
        Clojure.var("clojure.core", "require").invoke(Clojure.read(API));
        query = Clojure.var(API, "q");
        transact = Clojure.var(API, "transact");
        db = Clojure.var(API, "db");
        Object client =
                Clojure.var(API, "client")
                        .invoke(
                                Clojure.read(
                                        "{:server-type :datomic-local :system \"bench\" :storage-dir \"%s\"}"
                                                .formatted(folder)));
        Object name = Clojure.read("{:db-name \"bench\"}");
        Clojure.var(API, "create-database").invoke(client, name);
        connection = Clojure.var(API, "connect").invoke(client, name);
        transact(Clojure.read(SCHEMA));
    }

    private void transact(Object data) {
        transact.invoke(connection, Map.of(Clojure.read(":tx-data"), data));
    }

    @Override
    public void load(List<Tenure> tenures) {
        Object office = Clojure.read(":tenure/office");
        Object person = Clojure.read(":tenure/person");
        Object from = Clojure.read(":tenure/from");
        Object until = Clojure.read(":tenure/until");
        for (int first = 0; first < tenures.size(); first += BATCH) {
            List<Object> data = new ArrayList<>(BATCH);
            for (Tenure t : tenures.subList(first, Math.min(first + BATCH, tenures.size()))) {
                data.add(
                        Map.of(
                                office, t.office(),
                                person, t.person(),
                                from, t.on().toEpochDay(),
                                until, t.until().toEpochDay()));
            }
            transact(data);
        }
    }

    @Override
    public Map<String, Asking> ways() {
        return Map.of("datalog", this::holders);
    }

    private Collection<?> holders(String office, LocalDate on) {
        Collection<?> rows =
                (Collection<?>)
                        query.invoke(HOLDER, db.invoke(connection), office, on.toEpochDay());
        return rows.stream().map(row -> ((List<?>) row).getFirst()).collect(Collectors.toSet());
    }

    @Override
    public int state(LocalDate on) {
        return ((Collection<?>) query.invoke(STATE, db.invoke(connection), on.toEpochDay())).size();
    }
}
