package dev.annals.fire;

import dev.annals.scenarios.RunningService;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A service as a process of its own, with a link of its own to the database. */
final class Node implements AutoCloseable {

    static final String TOKEN = "fire-token";

    private final String name;
    private final Path folder;
    private final Link link;
    private RunningService service;

    private Node(String name, Path folder, Link link) {
        this.name = name;
        this.folder = folder;
        this.link = link;
    }

    static Node start(String name, Path folder, int postgresPort) {
        Node node = new Node(name, folder, Link.to(postgresPort));
        node.start();
        return node;
    }

    /** Starts it, again if need be, and waits until it is ready. */
    void start() {
        Map<String, String> settings =
                Map.of(
                        "ANNALS_DATABASE_URL",
                        "postgresql://postgres@127.0.0.1:" + link.port() + "/postgres",
                        "ANNALS_WRITE_TOKENS",
                        "fire=" + TOKEN,
                        "ANNALS_FLAGSHIP",
                        "false",
                        "JAVA_TOOL_OPTIONS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m");
        service = RunningService.start(folder, settings);
    }

    URI uri() {
        return service.baseUri();
    }

    Link link() {
        return link;
    }

    void kill() {
        service.kill();
    }

    void suspend() {
        service.suspend();
    }

    void resume() {
        service.resume();
    }

    String metrics() {
        return service.text("/q/metrics");
    }

    String output() {
        return service.output();
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        service.kill();
        service.close();
        link.close();
    }
}
