package dev.annals.bench.peers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import xtdb.api.IXtdb;
import xtdb.api.TransactionInstant;
import xtdb.api.XtdbDocument;
import xtdb.api.tx.Transaction;

/**
 * XTDB 1 on RocksDB: an office is a document, each tenure a version of it from a valid time on. Its
 * space-filling-curve index is off, since with it an entity is not found at some times.
 */
final class Xtdb implements TemporalPeer {

    private static final int BATCH = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final String CONFIG =
            """
            {"xtdb/index-store": {"kv-store": {"xtdb/module": "xtdb.rocksdb/->kv-store", "db-dir": "%1$s/index"}},
             "xtdb/document-store": {"kv-store": {"xtdb/module": "xtdb.rocksdb/->kv-store", "db-dir": "%1$s/documents"}},
             "xtdb/tx-log": {"kv-store": {"xtdb/module": "xtdb.rocksdb/->kv-store", "db-dir": "%1$s/log"}}}
            """;

    private static final String HOLDER =
            "{:find [person] :in [id] :where [[office :xt/id id] [office :person person]]}";

    private static final String STATE = "{:find [office person] :where [[office :person person]]}";

    private final IXtdb node;

    Xtdb(Path folder) throws Exception {
        Files.createDirectories(folder);
        Path config = Files.writeString(folder.resolve("xtdb.json"), CONFIG.formatted(folder));
        node = IXtdb.startNode(config.toFile());
    }

    @Override
    public void load(List<Tenure> tenures) {
        TransactionInstant last = null;
        for (int from = 0; from < tenures.size(); from += BATCH) {
            Transaction.Builder transaction = Transaction.builder();
            for (Tenure tenure : tenures.subList(from, Math.min(from + BATCH, tenures.size()))) {
                transaction.put(
                        XtdbDocument.create(tenure.office(), Map.of("person", tenure.person())),
                        date(tenure.on()));
            }
            last = node.submitTx(transaction.build());
        }
        node.awaitTx(last, PATIENCE);
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public Map<String, Asking> ways() {
        return Map.of("datalog", this::byDatalog, "entity", this::byEntity);
    }

    private Collection<?> byDatalog(String office, LocalDate on) {
        return node.db(date(on)).query(HOLDER, office).stream()
                .map(List::getFirst)
                .collect(Collectors.toSet());
    }

    private Collection<?> byEntity(String office, LocalDate on) {
        return List.of(node.db(date(on)).entity(office).get("person"));
    }

    @Override
    public int state(LocalDate on) {
        return node.db(date(on)).query(STATE).size();
    }
}
