package dev.annals.scenarios;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long facts are on their way: a fact's title says when it was sent. */
final class Delays {

    private static final Pattern SENT = Pattern.compile("sent (\\d+)");
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ConcurrentSkipListMap<Long, AtomicLong> countsByMillis =
            new ConcurrentSkipListMap<>();

    static String title() {
        return "sent " + System.nanoTime();
    }

    /**
     * @param event with the title of a fact somewhere in it
     */
    void seen(String event) {
        Matcher sent = SENT.matcher(event);
        if (sent.find()) {
            long millis = (System.nanoTime() - Long.parseLong(sent.group(1))) / NANOS_PER_MILLI;
            countsByMillis.computeIfAbsent(millis, _ -> new AtomicLong()).incrementAndGet();
        }
    }

    long count() {
        return countsByMillis.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** The delay that this part of the events does not exceed. */
    long millisAt(double part) {
        long left = (long) Math.ceil(count() * part);
        for (var entry : countsByMillis.entrySet()) {
            left -= entry.getValue().get();
            if (left <= 0) {
                return entry.getKey();
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return "p50 %d ms, p99 %d ms, longest %d ms"
                .formatted(millisAt(0.5), millisAt(0.99), millisAt(1));
    }
}
