package dev.annals.imports;

import dev.annals.domain.fact.Fact;
import dev.annals.formats.FactFile;
import dev.annals.imports.BatchAppend.Settled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Appends the facts of a file, batch by batch: while one is appended, the next is read, and no more
 * than these two are in memory. Blocks its thread.
 */
public final class Import {

    private final Appender appender;
    private final OnError onError;
    private final Function<Fact, Optional<String>> refusal;
    private final BooleanSupplier mustStop;
    private final Consumer<Tally> progress;

    private final List<Rejection> rejections = new ArrayList<>();
    private Tally tally = Tally.NOTHING;

    /**
     * @param refusal why a fact that is well formed may not be appended all the same
     * @param mustStop whether to end after the batch under way
     * @param progress told after each batch
     */
    public Import(
            Appender appender,
            OnError onError,
            Function<Fact, Optional<String>> refusal,
            BooleanSupplier mustStop,
            Consumer<Tally> progress) {
        this.appender = appender;
        this.onError = onError;
        this.refusal = refusal;
        this.mustStop = mustStop;
        this.progress = progress;
    }

    /**
     * Runs to the end of the file, or to what stops it.
     *
     * @throws InterruptedException if the thread is; what was appended stays
     */
    public Tally run(FactFile file) throws InterruptedException {
        BatchReader reader = new BatchReader(file, onError, refusal);
        BatchAppend next = appendOf(reader.next());
        while (tally.stopped().isEmpty() && !next.batch().isLast() && !mustStop.getAsBoolean()) {
            BatchAppend sent = next.send();
            next = appendOf(reader.next());
            count(sent.settle(), Map.of());
        }
        if (tally.stopped().isEmpty()) {
            count(next.send().settle(), file.leftOut());
        }
        if (tally.stopped().isEmpty() && !next.batch().isLast()) {
            stopAt(next.batch().lines());
        }
        return tally;
    }

    private BatchAppend appendOf(Batch batch) {
        return new BatchAppend(batch, appender, onError);
    }

    private void stopAt(long line) {
        tally =
                tally.stoppedBy(
                        new Rejection(
                                FactFile.Place.ofLine(line),
                                "told to stop; import the file again to go on after this line"));
    }

    private void count(Settled settled, Map<String, Long> leftOut) {
        settled.rejections().stream()
                .sorted(Comparator.comparingLong(r -> r.place().line()))
                .limit(Tally.MOST_REJECTIONS - rejections.size())
                .forEach(rejections::add);
        tally =
                new Tally(
                        settled.lines(),
                        tally.appended() + settled.appended(),
                        tally.duplicates() + settled.duplicates(),
                        tally.rejected() + settled.rejections().size(),
                        List.copyOf(rejections),
                        leftOut,
                        settled.stop());
        progress.accept(tally);
    }
}
