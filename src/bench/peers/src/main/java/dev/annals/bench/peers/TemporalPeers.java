package dev.annals.bench.peers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A temporal store as a process: {@code WAY MILLIS} asks one way, {@code state MILLIS} for all. */
public final class TemporalPeers {

    /** One question, of which there are many. */
    @FunctionalInterface
    private interface Question {
        void ask(int number) throws Exception;
    }

    private TemporalPeers() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = Orders.answers();
        Path folder = Path.of(System.getenv("BENCH_FOLDER")).toAbsolutePath();
        List<Tenure> questions = Tenure.read(System.getenv("BENCH_QUESTIONS"));
        int offices = Integer.parseInt(System.getenv("BENCH_OFFICES"));
        TemporalPeer peer =
                switch (arguments[0]) {
                    case "xtdb" -> new Xtdb(folder);
                    case "datomic" -> new Datomic(folder);
                    default -> throw new IllegalArgumentException(arguments[0]);
                };
        peer.load(Tenure.read(System.getenv("BENCH_TENURES")));
        Orders.take(
                (order, numbers) ->
                        order.equals("state")
                                ? run(numbers[0], n -> checkState(peer, questions, n, offices))
                                : run(
                                        numbers[0],
                                        n -> checkHolder(peer.ways().get(order), questions, n)),
                answers);
        System.exit(0);
    }

    private static void checkHolder(TemporalPeer.Asking way, List<Tenure> questions, int number)
            throws Exception {
        Tenure question = questions.get(number % questions.size());
        var holders = way.holders(question.office(), question.on());
        if (holders.size() != 1 || !holders.contains(question.person())) {
            throw new AssertionError(question + ": " + holders);
        }
    }

    private static void checkState(
            TemporalPeer peer, List<Tenure> questions, int number, int offices) throws Exception {
        int held = peer.state(questions.get(number % questions.size()).on());
        if (held != offices) {
            throw new AssertionError(held + " offices are held");
        }
    }

    /** A thread for each processor, each asking its own questions. */
    private static Map<String, ?> run(long millis, Question question) throws Exception {
        int count = Runtime.getRuntime().availableProcessors();
        long startNanos = System.nanoTime();
        long deadlineNanos = startNanos + millis * 1_000_000;
        long answers = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int thread = 0; thread < count; thread++) {
                int first = thread * 7_919;
                all.add(threads.submit(() -> ask(question, first, deadlineNanos)));
            }
            for (Future<Long> one : all) {
                answers += one.get();
            }
        }
        return Map.of("answers", answers, "seconds", (System.nanoTime() - startNanos) / 1e9);
    }

    private static long ask(Question question, int first, long deadlineNanos) throws Exception {
        int asked = 0;
        while (System.nanoTime() < deadlineNanos) {
            question.ask(first + asked++);
        }
        return asked;
    }
}
