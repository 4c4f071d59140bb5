package dev.annals.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a node keeps in memory of a log's end never hides a fact. */
class TailMemoryTest {

    private final Tail tail = new Tail(Runnable::run);

    private static List<LogEntry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(position -> new LogEntry(position, "EventOccurred", "{}"))
                .toList();
    }

    private Optional<List<Long>> after(long position, int limit) {
        return tail.after(position, limit)
                .map(kept -> kept.stream().map(LogEntry::position).toList());
    }

    @Test
    void what_was_committed_is_kept_in_order() {
        tail.committed(entries(1, 3));
        tail.committed(entries(4, 5));
        assertThat(after(0, 10)).contains(List.of(1L, 2L, 3L, 4L, 5L));
        assertThat(after(2, 2)).contains(List.of(3L, 4L));
        assertThat(after(5, 10)).isEmpty();
    }

    @Test
    void what_another_node_committed_in_between_is_never_skipped() {
        tail.committed(entries(1, 3));
        tail.committed(entries(5, 6));
        assertThat(after(3, 10)).isEmpty();
        assertThat(after(0, 10)).isEmpty();
        assertThat(after(4, 10)).contains(List.of(5L, 6L));
    }

    @Test
    void what_is_told_late_or_twice_comes_once() {
        tail.committed(entries(4, 6));
        tail.committed(entries(3, 7));
        tail.committed(entries(1, 2));
        assertThat(after(3, 10)).contains(List.of(4L, 5L, 6L, 7L));
        assertThat(after(2, 10)).isEmpty();
    }

    @Test
    void the_memory_has_an_end() {
        tail.committed(entries(1, 10_000));
        assertThat(after(0, 10)).isEmpty();
        assertThat(after(9_999, 10)).contains(List.of(10_000L));
        assertThat(tail.head()).isEqualTo(10_000);
    }

    @Test
    void who_waits_is_woken_by_what_lies_beyond_and_by_nothing_else() {
        tail.reaches(5);
        boolean[] woken = new boolean[3];
        tail.beyond(4).subscribe().with(_ -> woken[0] = true);
        tail.beyond(5).subscribe().with(_ -> woken[1] = true);
        tail.beyond(5).subscribe().with(_ -> woken[2] = true).cancel();
        tail.reaches(5);
        tail.reaches(3);
        assertThat(woken).isEqualTo(new boolean[] {true, false, false});
        tail.committed(entries(6, 6));
        assertThat(woken).isEqualTo(new boolean[] {true, true, false});
    }
}
