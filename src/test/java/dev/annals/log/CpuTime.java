package dev.annals.log;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The processors' time that appending has cost so far: a better measure than the clock where others
 * work on the same machine. Without the thread that makes the facts, and what serves COPY.
 *
 * @param serviceSeconds of all other threads, the compiler and garbage collector among them
 * @param databaseSeconds of PostgreSQL's processes that serve the pool; 0 where there is no /proc
 */
record CpuTime(double serviceSeconds, double databaseSeconds) {

    private static final double TICKS_PER_SECOND = 100;

    private static final String BACKENDS =
            "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";

    /**
     * @param copying whose server process does not count
     */
    static CpuTime soFar(Connection copying) throws SQLException, IOException {
        long process =
                ((com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime();
        long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long ticks = 0;
        try (Statement statement = copying.createStatement();
                ResultSet rows = statement.executeQuery(BACKENDS)) {
            while (rows.next()) {
                ticks += ticks(Path.of("/proc/" + rows.getLong(1) + "/stat"));
            }
        }
        return new CpuTime((process - own) / 1e9, ticks / TICKS_PER_SECOND);
    }

    private static long ticks(Path stat) throws IOException {
        if (!Files.exists(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(
                serviceSeconds - before.serviceSeconds, databaseSeconds - before.databaseSeconds);
    }
}
