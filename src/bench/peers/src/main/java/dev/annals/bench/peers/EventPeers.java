package dev.annals.bench.peers;

import java.io.PrintStream;
import java.util.Map;

/** An event store as a process: {@code append WRITERS BATCH MILLIS} and {@code read}. */
public final class EventPeers {

    private EventPeers() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = Orders.answers();
        String url = System.getenv("BENCH_JDBC_URL");
        String fact = System.getenv("BENCH_FACT");
        EventPeer peer =
                switch (arguments[0]) {
                    case "axon" -> new Axon(url);
                    case "pekko" -> new Pekko(url);
                    default -> throw new IllegalArgumentException(arguments[0]);
                };
        Appending appending = new Appending(peer);
        Orders.take(
                (order, numbers) ->
                        order.equals("append")
                                ? appending.run(
                                        (int) numbers[0], (int) numbers[1], numbers[2], fact)
                                : read(peer),
                answers);
        System.exit(0);
    }

    private static Map<String, ?> read(EventPeer peer) throws Exception {
        long startNanos = System.nanoTime();
        long facts = peer.readAll();
        return Map.of("facts", facts, "seconds", (System.nanoTime() - startNanos) / 1e9);
    }
}
