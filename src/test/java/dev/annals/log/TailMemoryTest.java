package dev.annals.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a node keeps in memory of a log's end never hides a fact. */
class TailMemoryTest {

    private static final Function<List<LogEntry>, Object> FORMER = _ -> new Object();

    /** Counts how often it is told. */
    private static final class Told implements Tail.Follower {
        private final long cursor;
        private int times;

        Told(long cursor) {
            this.cursor = cursor;
        }

        @Override
        public long cursor() {
            return cursor;
        }

        @Override
        public void run() {
            times++;
        }
    }

    private final Tail tail = new Tail(Runnable::run);

    private static List<LogEntry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(position -> new LogEntry(position, "EventOccurred", "{}"))
                .toList();
    }

    private Optional<List<Long>> after(long position) {
        return tail.after(position)
                .map(page -> page.entries().stream().map(LogEntry::position).toList());
    }

    @Test
    void what_was_committed_is_kept_in_order() {
        tail.committed(entries(1, 3));
        tail.committed(entries(4, 5));
        assertThat(after(0)).contains(List.of(1L, 2L, 3L, 4L, 5L));
        assertThat(after(2)).contains(List.of(3L, 4L, 5L));
        assertThat(after(5)).isEmpty();
    }

    @Test
    void what_another_node_committed_in_between_is_never_skipped() {
        tail.committed(entries(1, 3));
        tail.committed(entries(5, 6));
        assertThat(after(3)).isEmpty();
        assertThat(after(0)).isEmpty();
        assertThat(after(4)).contains(List.of(5L, 6L));
    }

    @Test
    void what_is_told_late_or_twice_comes_once() {
        tail.committed(entries(4, 6));
        tail.committed(entries(3, 7));
        tail.committed(entries(1, 2));
        assertThat(after(3)).contains(List.of(4L, 5L, 6L, 7L));
        assertThat(after(2)).isEmpty();
    }

    @Test
    void the_memory_has_an_end() {
        tail.committed(entries(1, 10_000));
        assertThat(after(0)).isEmpty();
        assertThat(after(9_999)).contains(List.of(10_000L));
        assertThat(tail.head()).isEqualTo(10_000);
    }

    @Test
    void who_follows_is_told_when_the_log_grows_and_of_nothing_else() {
        Told stays = new Told(0);
        Told leaves = new Told(0);
        tail.enter(stays);
        tail.enter(leaves);
        tail.reaches(5);
        assertThat(tail.leave(leaves)).isFalse();
        tail.reaches(5);
        tail.reaches(3);
        tail.committed(entries(6, 6));
        assertThat(stays.times).isEqualTo(2);
        assertThat(leaves.times).isEqualTo(1);
    }

    @Test
    void the_lag_is_that_of_the_slowest() {
        tail.enter(new Told(3));
        Told slowest = new Told(1);
        tail.enter(slowest);
        assertThat(tail.longestLag()).isZero();
        tail.reaches(10);
        assertThat(tail.followers()).isEqualTo(2);
        assertThat(tail.longestLag()).isEqualTo(9);
        tail.leave(slowest);
        assertThat(tail.longestLag()).isEqualTo(7);
    }

    @Test
    void who_stands_at_one_place_shares_one_page_and_its_form() {
        tail.committed(entries(1, 10));
        SharedPage page = tail.after(3).orElseThrow();
        assertThat(tail.after(3).orElseThrow()).isSameAs(page);
        Object form = page.as(FORMER);
        assertThat(page.as(FORMER)).isSameAs(form);
        tail.committed(entries(11, 11));
        assertThat(after(3).orElseThrow()).endsWith(11L);
    }

    @Test
    void who_has_fallen_behind_comes_together_at_the_ends_of_pages() {
        tail.committed(entries(1, 1_000));
        for (long position : new long[] {0, 17, 255}) {
            assertThat(after(position).orElseThrow()).endsWith(256L);
        }
        assertThat(after(256).orElseThrow()).startsWith(257L).endsWith(512L);
    }

    @Test
    void a_page_is_bounded_in_bytes() {
        String json = "x".repeat(Tail.PAGE_CHARS / 4);
        tail.committed(
                LongStream.rangeClosed(1, 100)
                        .mapToObj(position -> new LogEntry(position, "EventOccurred", json))
                        .toList());
        assertThat(after(0).orElseThrow()).hasSizeLessThan(8).startsWith(1L);
    }
}
