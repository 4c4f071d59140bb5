package dev.annals.bench.suite.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator: what SQL alone can do, without a service in between. */
public final class Pgbench {

    private static final Pattern COUNT =
            Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+) \\(without");

    /** How many transactions, and how many a second. */
    public record Result(long transactions, double rate) {}

    /** It counts whole ones, and those in which many clients connect. */
    private static final int LEAST_SECONDS = 3;

    private final Path program;
    private final Postgres postgres;
    private final Path folder;

    public Pgbench(Postgres postgres, Path folder) throws IOException {
        this.program =
                Machine.program("pgbench")
                        .orElseThrow(() -> new IOException("no pgbench on the path"));
        this.postgres = postgres;
        this.folder = Files.createDirectories(folder);
    }

    /**
     * @param script a file of one transaction, prepared once a client
     */
    public Result run(String database, String script, int clients, Duration duration)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(database + ".sql"), script);
        long seconds = Math.max(LEAST_SECONDS, duration.toSeconds());
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of("--no-vacuum", "--protocol=prepared", "--file=" + file));
        command.addAll(List.of("--client=" + clients, "--jobs=" + Math.min(2, clients)));
        command.addAll(List.of("--time=" + seconds, "--host=" + postgres.host()));
        command.addAll(List.of("--port=" + postgres.port(), "--username=" + postgres.user()));
        command.add(database);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", postgres.password());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("pgbench: " + output.strip());
        }
        return new Result((long) number(COUNT, output), number(RATE, output));
    }

    private static double number(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("pgbench said: " + output.strip());
        }
        return Double.parseDouble(matcher.group(1));
    }
}
