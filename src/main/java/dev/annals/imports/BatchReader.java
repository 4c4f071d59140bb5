package dev.annals.imports;

import dev.annals.domain.fact.Fact;
import dev.annals.formats.FactFile;
import dev.annals.formats.FactFile.Found;
import dev.annals.formats.FactFile.Place;
import dev.annals.formats.UnreadableFileException;
import dev.annals.log.Draft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a file batch by batch. */
final class BatchReader {

    /** A batch ends when it has so many facts and rejections, or so many bytes. */
    static final int BATCH_FACTS = 4_000;

    static final long BATCH_BYTES = 2 << 20;

    private final FactFile file;
    private final OnError onError;
    private final Function<Fact, Optional<String>> refusal;
    private final ContentIds ids = new ContentIds();

    private List<Draft> drafts = new ArrayList<>();
    private List<Place> places = new ArrayList<>();
    private List<Rejection> rejections = new ArrayList<>();
    private Optional<Rejection> stop = Optional.empty();
    private boolean isLast;

    /**
     * @param refusal why a fact that is well formed may not be appended all the same
     */
    BatchReader(FactFile file, OnError onError, Function<Fact, Optional<String>> refusal) {
        this.file = file;
        this.onError = onError;
        this.refusal = refusal;
    }

    /** The next stretch of the file; it may be empty. */
    Batch next() {
        drafts = new ArrayList<>();
        places = new ArrayList<>();
        rejections = new ArrayList<>();
        long start = file.bytes();
        while (!isLast
                && drafts.size() + rejections.size() < BATCH_FACTS
                && file.bytes() - start < BATCH_BYTES) {
            read();
        }
        long bytes = file.bytes() - start;
        return new Batch(drafts, places, rejections, file.lines(), bytes, stop, isLast);
    }

    private void read() {
        try {
            Optional<Found> found = file.next();
            isLast = found.isEmpty();
            found.ifPresent(this::take);
        } catch (UnreadableFileException e) {
            end(new Rejection(e.place(), e.getMessage()));
        } catch (IOException e) {
            end(new Rejection(Place.ofLine(file.lines()), String.valueOf(e.getMessage())));
        }
    }

    private void end(Rejection rejection) {
        rejections.add(rejection);
        stop = Optional.of(rejection);
        isLast = true;
    }

    private void take(Found found) {
        switch (found) {
            case FactFile.Read read -> take(read);
            case FactFile.Refused refused -> reject(refused.place(), refused.reason());
        }
    }

    private void take(FactFile.Read read) {
        Optional<String> refused = refusal.apply(read.fact());
        if (refused.isPresent()) {
            reject(read.place(), refused.get());
        } else {
            String pointer = "/" + drafts.size();
            drafts.add(
                    new Draft(
                            read.id().orElseGet(() -> ids.of(read.fact())), read.fact(), pointer));
            places.add(read.place());
        }
    }

    private void reject(Place place, String reason) {
        Rejection rejection = new Rejection(place, reason);
        switch (onError) {
            case STOP -> end(rejection);
            case SKIP -> rejections.add(rejection);
        }
    }
}
