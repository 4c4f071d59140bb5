package dev.annals.imports;

import dev.annals.formats.FactFile.Place;
import dev.annals.json.Violation;
import dev.annals.log.AppendOutcome;
import dev.annals.log.AppendOutcome.Appended;
import dev.annals.log.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * The append of one batch: sent when the batch before is in the log, and waited for when the next
 * has been read. What the log refuses is taken out, and the rest sent again.
 */
final class BatchAppend {

    /** From the first refusal for lack of room, or the first failure. */
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private static final long PAUSE_MILLIS = 200;

    private final Batch batch;
    private final Appender appender;
    private final OnError onError;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Rejection> rejections;
    private Optional<Rejection> stop;
    private List<Draft> drafts;
    private CompletionStage<AppendOutcome> outcome;
    private long troubledSinceNanos;

    BatchAppend(Batch batch, Appender appender, OnError onError) {
        this.batch = batch;
        this.appender = appender;
        this.onError = onError;
        this.drafts = batch.drafts();
        this.rejections = new ArrayList<>(batch.rejections());
        this.stop = batch.stop();
        for (int i = 0; i < drafts.size(); i++) {
            places.put(drafts.get(i).pointer(), batch.places().get(i));
        }
    }

    Batch batch() {
        return batch;
    }

    BatchAppend send() {
        outcome =
                drafts.isEmpty()
                        ? CompletableFuture.completedStage(new Appended(List.of(), 0, 0))
                        : appender.append(drafts, batch.bytes());
        return this;
    }

    /** What became of the batch. */
    record Settled(
            int appended,
            int duplicates,
            List<Rejection> rejections,
            long lines,
            Optional<Rejection> stop) {}

    /** Waits until all of the batch is in the log, but for what cannot be. */
    Settled settle() throws InterruptedException {
        while (true) {
            Optional<Appended> appended = attempt();
            if (appended.isPresent()) {
                return settled(appended.get());
            }
            send();
        }
    }

    private Settled settled(Appended appended) {
        int duplicates = appended.receipts().size() - appended.added();
        long lines =
                stop.map(Rejection::place)
                        .filter(place -> place.pointer().isEmpty())
                        .map(Place::line)
                        .orElse(batch.lines());
        return new Settled(appended.added(), duplicates, rejections, lines, stop);
    }

    private Optional<Appended> attempt() throws InterruptedException {
        try {
            switch (outcome.toCompletableFuture().join()) {
                case Appended appended -> {
                    return Optional.of(appended);
                }
                case AppendOutcome.IdReused reused -> takeOut(reused.violations());
                case AppendOutcome.InvalidFacts invalid -> takeOut(invalid.violations());
                case AppendOutcome.Overloaded _ -> pause("too much is waiting to be appended");
                case AppendOutcome.UnknownTimeline unknown ->
                        giveUp("there is no timeline " + unknown.timeline());
                case AppendOutcome.ConditionFailed _ ->
                        throw new IllegalStateException("an import has no condition");
            }
        } catch (CompletionException e) {
            pause("the log cannot be written: " + e.getCause().getMessage());
        }
        return Optional.empty();
    }

    /** Those that are wrong, or with the first of them all that follows. */
    private void takeOut(List<Violation> violations) {
        Map<String, String> reasons = new HashMap<>();
        for (Violation violation : violations) {
            int end = violation.pointer().indexOf('/', 1);
            String draft = end < 0 ? violation.pointer() : violation.pointer().substring(0, end);
            String reason = violation.pointer().substring(draft.length()) + " ";
            reasons.merge(draft, reason + violation.message(), (a, b) -> a + "; " + b);
        }
        Set<String> out = new HashSet<>(reasons.keySet());
        switch (onError) {
            case SKIP ->
                    reasons.forEach((draft, why) -> rejections.add(rejection(draft, why.strip())));
            case STOP -> {
                int first = firstOf(out);
                Draft wrong = drafts.get(first);
                stop(rejection(wrong.pointer(), reasons.get(wrong.pointer()).strip()));
                drafts.subList(first, drafts.size()).forEach(d -> out.add(d.pointer()));
            }
        }
        drafts = drafts.stream().filter(draft -> !out.contains(draft.pointer())).toList();
    }

    private int firstOf(Set<String> pointers) {
        for (int i = 0; i < drafts.size(); i++) {
            if (pointers.contains(drafts.get(i).pointer())) {
                return i;
            }
        }
        throw new IllegalStateException(pointers + " were not sent");
    }

    private Rejection rejection(String draft, String reason) {
        return new Rejection(places.get(draft), reason);
    }

    /** What was found wrong further on no longer counts: the import ends before it. */
    private void stop(Rejection at) {
        stop = Optional.of(at);
        rejections.clear();
        rejections.add(at);
    }

    private void pause(String trouble) throws InterruptedException {
        long now = System.nanoTime();
        troubledSinceNanos = troubledSinceNanos == 0 ? now : troubledSinceNanos;
        if (now - troubledSinceNanos > PATIENCE_NANOS) {
            giveUp(trouble + "; what was appended stays, import the file again to go on");
        } else {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void giveUp(String reason) {
        Rejection at = new Rejection(places.get(drafts.getFirst().pointer()), reason);
        rejections.removeIf(r -> r.place().line() > at.place().line());
        rejections.add(at);
        stop = Optional.of(at);
        drafts = List.of();
    }
}
