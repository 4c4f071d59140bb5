package dev.annals.cli;

import java.io.Console;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Tells on the error output how far a file has come: a bar with rate and time left on a terminal,
 * plain lines in a pipe.
 */
abstract sealed class Progress implements AutoCloseable {

    private static final long MEBIBYTE = 1 << 20;

    /**
     * @param name of the file
     * @param totalBytes -1 if that is not known
     * @param unit of what is counted beside the bytes
     */
    static Progress of(String name, long totalBytes, String unit) {
        Console console = System.console();
        return console != null && console.isTerminal()
                ? new Bar(name, totalBytes, unit)
                : new Lines(name, totalBytes, unit);
    }

    /**
     * @param count of the unit, so far
     */
    abstract void at(long bytes, long count);

    @Override
    public abstract void close();

    private static final class Bar extends Progress {
        private final ProgressBar bar;

        private final String unit;

        Bar(String name, long totalBytes, String unit) {
            this.unit = unit;
            bar =
                    new ProgressBarBuilder()
                            .setTaskName(name)
                            .setInitialMax(totalBytes)
                            .setUnit(" MiB", MEBIBYTE)
                            .setStyle(ProgressBarStyle.ASCII)
                            .showSpeed()
                            .build();
        }

        @Override
        void at(long bytes, long count) {
            bar.stepTo(bytes);
            bar.setExtraMessage(count + " " + unit);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private static final class Lines extends Progress {
        private static final long EVERY_NANOS = 5_000_000_000L;

        private final String name;
        private final String unit;
        private final long totalBytes;
        private final long startNanos = System.nanoTime();
        private long toldNanos = startNanos;

        Lines(String name, long totalBytes, String unit) {
            this.name = name;
            this.unit = unit;
            this.totalBytes = totalBytes;
        }

        @Override
        void at(long bytes, long count) {
            long now = System.nanoTime();
            if (now - toldNanos >= EVERY_NANOS) {
                toldNanos = now;
                double seconds = (now - startNanos) / 1e9;
                System.err.printf(
                        Locale.ROOT,
                        "%s: %d %s, %.1f MiB, %.0f %s/s%s%n",
                        name,
                        count,
                        unit,
                        (double) bytes / MEBIBYTE,
                        count / seconds,
                        unit,
                        left(bytes, seconds));
            }
        }

        private String left(long bytes, double seconds) {
            return totalBytes <= 0 || bytes == 0
                    ? ""
                    : ", %d %%, %.0f s left"
                            .formatted(
                                    100 * bytes / totalBytes,
                                    seconds * (totalBytes - bytes) / bytes);
        }

        @Override
        public void close() {}
    }
}
