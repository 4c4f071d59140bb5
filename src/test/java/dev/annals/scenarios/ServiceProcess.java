package dev.annals.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code java -jar} of the packaged service, with its output and all the processes that it starts.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration AT_MOST = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final Thread reader;
    private final List<ProcessHandle> family = new ArrayList<>();

    private ServiceProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    public static ServiceProcess start(Path data, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("ANNALS_DATA", data.toString());
        all.put("QUARKUS_HTTP_PORT", "0");
        all.putAll(settings);
        try {
            return new ServiceProcess(
                    Packaged.process(all, List.of()).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
            }
        } catch (IOException e) {
            output.append(e).append('\n');
        }
    }

    public String output() {
        return output.toString();
    }

    /** Waits for a line of the output and gives the group that it matches. */
    public String awaitLine(String pattern) {
        Pattern line = Pattern.compile(pattern);
        await("line " + pattern, () -> line.matcher(output).find());
        Matcher matcher = line.matcher(output);
        return Optional.of(matcher).filter(Matcher::find).orElseThrow().group(1);
    }

    /** Waits while the process is alive. */
    public void await(String what, BooleanSupplier condition) {
        long startNanos = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() - startNanos > AT_MOST.toNanos()) {
                throw new AssertionError("no " + what + "; output:\n" + output);
            }
            pause();
        }
    }

    /** Waits for the end that the process comes to by itself. */
    public int awaitExit() {
        try {
            if (!process.waitFor(AT_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("no end; output:\n" + output);
            }
            reader.join(AT_MOST);
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All processes that the service has been seen to consist of. */
    public List<ProcessHandle> family() {
        process.descendants().filter(found -> !family.contains(found)).forEach(family::add);
        return List.copyOf(family);
    }

    public void kill() {
        family();
        process.destroyForcibly().onExit().join();
    }

    /** As {@code kill -STOP}: the process stands still, its connections stay. */
    public void suspend() {
        signal("STOP");
    }

    /** As {@code kill -CONT}. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void beginToEnd() {
        family();
        process.destroy();
    }

    public void terminate() {
        beginToEnd();
        awaitExit();
    }

    @Override
    public void close() {
        family();
        process.destroy();
        try {
            if (!process.waitFor(AT_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }

    public static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
