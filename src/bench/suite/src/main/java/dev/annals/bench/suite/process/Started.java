package dev.annals.bench.suite.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as a process of its own, its output in a file; it ends with this one. */
public final class Started implements AutoCloseable {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final int ENDS_SECONDS = 120;
    private static final double TICKS_A_SECOND = 100;

    private final Process process;
    private final Thread ending;

    private Started(Process process) {
        this.process = process;
        this.ending = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    public static Started start(List<String> command, Map<String, String> settings, Path log)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        Files.createDirectories(log.getParent());
        return new Started(builder.redirectOutput(log.toFile()).start());
    }

    /** The JVM that runs this one. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Of memory, as Linux counts it. */
    public double residentMib() throws IOException {
        Matcher matcher =
                RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        matcher.find();
        return Long.parseLong(matcher.group(1)) / 1024.0;
    }

    /** Of processor time so far, as Linux counts it. */
    public double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }

    /** Waits for the end of one that was asked to end, and makes it end. */
    static void await(Process process, int seconds) {
        process.onExit()
                .orTimeout(seconds, TimeUnit.SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
    }

    @Override
    public void close() {
        process.destroy();
        await(process, ENDS_SECONDS);
        Runtime.getRuntime().removeShutdownHook(ending);
    }
}
