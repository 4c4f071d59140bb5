package dev.annals.bench.suite.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A peer in a process of its own: it takes orders as lines, and answers each with a line of JSON.
 * It works in its own process, without HTTP in between.
 */
public final class Peer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ENDS_SECONDS = 10;

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final Path log;
    private final Thread ending;

    private Peer(Process process, Path log) {
        this.process = process;
        this.answers = process.inputReader();
        this.orders = process.outputWriter();
        this.log = log;
        this.ending = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /** Returns once it is ready. */
    public static Peer start(List<String> command, Map<String, String> settings, Path log)
            throws IOException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(settings);
        Peer peer = new Peer(builder.start(), log);
        peer.answer("start");
        return peer;
    }

    /** Gives an order and waits until it is done. */
    public JsonNode ask(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        return answer(order);
    }

    private JsonNode answer(String order) throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException(order + ": it ended; see " + log);
        }
        JsonNode answer = JSON.readTree(line);
        if (answer.has("error")) {
            throw new IOException(order + ": " + answer.get("error").asText());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        orders.close();
        Started.await(process, ENDS_SECONDS);
        Runtime.getRuntime().removeShutdownHook(ending);
    }
}
