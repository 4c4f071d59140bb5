package dev.annals.log;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One who follows a log: has a place in it, and gets the next page when the log reaches beyond that
 * place and the page is asked for. Pages come one after the other, from whichever thread has news.
 * For one that is far behind, the next page is read while it takes the last.
 */
final class Following implements Flow.Subscription, Tail.Follower {

    /** Where pages come from. */
    interface Pages {
        /** How far the log reaches. */
        long head();

        /** The page after a position, if it is at hand. */
        Optional<SharedPage> at(long position);

        /** The page after a position; read up to there if it is empty. */
        Uni<SharedPage> read(long position, long upTo);

        /** Whether there is room for one more page that nobody has asked for; takes it. */
        boolean takeRoomAhead();

        void leaveRoomAhead();

        void left(Following follower);
    }

    private final Pages pages;
    private final Flow.Subscriber<? super SharedPage> subscriber;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicBoolean hasRoomAhead = new AtomicBoolean();
    private volatile SharedPage arrived;
    private volatile boolean isFarBehind;
    private volatile boolean isReading;
    private volatile boolean isOver;
    private volatile long cursor;

    /**
     * @param after position, exclusive
     */
    Following(Pages pages, long after, Flow.Subscriber<? super SharedPage> subscriber) {
        this.pages = pages;
        this.cursor = after;
        this.subscriber = subscriber;
    }

    @Override
    public long cursor() {
        return cursor;
    }

    @Override
    public void request(long count) {
        asked.getAndAccumulate(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
        run();
    }

    @Override
    public void cancel() {
        if (!isOver) {
            isOver = true;
            leaveRoomAhead();
            pages.left(this);
        }
    }

    /** Goes on as far as it can. Called while it goes on elsewhere, it has that one look again. */
    @Override
    public void run() {
        if (calls.getAndIncrement() == 0) {
            int seen = 1;
            do {
                goOn();
                seen = calls.addAndGet(-seen);
            } while (seen != 0);
        }
    }

    private void goOn() {
        while (!isOver && !isReading) {
            if (asked.get() == 0) {
                readAhead();
                return;
            }
            SharedPage page = arrived;
            arrived = null;
            leaveRoomAhead();
            long head = pages.head();
            if (page == null && head <= cursor) {
                return;
            }
            Optional<SharedPage> next = page == null ? pages.at(cursor) : Optional.of(page);
            isFarBehind = page != null;
            if (next.isPresent()) {
                take(next.get());
            } else {
                read(head);
            }
        }
    }

    private void readAhead() {
        long head = pages.head();
        if (isFarBehind && arrived == null && head > cursor && pages.takeRoomAhead()) {
            hasRoomAhead.set(true);
            read(head);
        }
        if (isOver) {
            leaveRoomAhead(); // who cancels at the same time may have looked too early
        }
    }

    private void leaveRoomAhead() {
        if (hasRoomAhead.getAndSet(false)) {
            pages.leaveRoomAhead();
        }
    }

    private void take(SharedPage page) {
        cursor = page.upTo();
        if (!page.entries().isEmpty()) {
            asked.decrementAndGet();
            subscriber.onNext(page);
        }
    }

    private void read(long head) {
        isReading = true;
        pages.read(cursor, head).subscribe().with(this::arrive, this::fail);
    }

    private void arrive(SharedPage page) {
        arrived = page;
        isReading = false;
        run();
    }

    private void fail(Throwable failure) {
        if (!isOver) {
            cancel();
            subscriber.onError(failure);
        }
    }
}
