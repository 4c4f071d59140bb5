package dev.annals.verify;

import dev.annals.domain.fact.FactType;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ids seen so far, each with what later facts may refer to: some 40 bytes for each, so that a
 * log of a million facts is checked in a small heap. Kept on many shelves, which grow one by one.
 */
final class HeldFacts {

    /**
     * @param root position of the plain fact that this one is finally about
     */
    record Held(long root, FactType type) {}

    private static final int SHELVES = 1_024;
    private static final int SHELF_SHIFT = 54;
    private static final FactType[] TYPES = FactType.values();

    /** Ids are chosen by whoever wrote the log, and shall not be able to collide on purpose. */
    private final long salt = ThreadLocalRandom.current().nextLong();

    private final Shelf[] shelves = new Shelf[SHELVES];

    /**
     * @return false if the id is held already
     */
    boolean add(UUID id, Held held) {
        long mark = Long.MIN_VALUE | held.root() << 4 | held.type().ordinal();
        return shelf(id).add(id.getMostSignificantBits(), id.getLeastSignificantBits(), mark);
    }

    Optional<Held> find(UUID id) {
        Shelf shelf = shelf(id);
        long mark =
                shelf.marks[shelf.slot(id.getMostSignificantBits(), id.getLeastSignificantBits())];
        return mark == 0
                ? Optional.empty()
                : Optional.of(new Held((mark & Long.MAX_VALUE) >>> 4, TYPES[(int) (mark & 15)]));
    }

    private Shelf shelf(UUID id) {
        long hash = hash(id.getMostSignificantBits(), id.getLeastSignificantBits());
        int number = (int) (hash >>> SHELF_SHIFT);
        if (shelves[number] == null) {
            shelves[number] = new Shelf();
        }
        return shelves[number];
    }

    private long hash(long high, long low) {
        return mixed(mixed(high ^ salt) ^ low);
    }

    /** The last step of SplittableRandom, which lets every bit depend on every other. */
    private static long mixed(long z) {
        long a = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ a >>> 27) * 0x94d049bb133111ebL;
        return b ^ b >>> 31;
    }

    /** A hash table with open addressing; a mark of 0 says that its slot is free. */
    private final class Shelf {
        private long[] highs = new long[16];
        private long[] lows = new long[16];
        private long[] marks = new long[16];
        private int size;

        int slot(long high, long low) {
            int last = marks.length - 1;
            int slot = (int) hash(high, low) & last;
            while (marks[slot] != 0 && (highs[slot] != high || lows[slot] != low)) {
                slot = slot + 1 & last;
            }
            return slot;
        }

        boolean add(long high, long low, long mark) {
            if (marks[slot(high, low)] != 0) {
                return false;
            }
            if (4 * (size + 1) > 3 * marks.length) {
                grow();
            }
            put(high, low, mark);
            size++;
            return true;
        }

        private void put(long high, long low, long mark) {
            int slot = slot(high, low);
            highs[slot] = high;
            lows[slot] = low;
            marks[slot] = mark;
        }

        private void grow() {
            long[] oldHighs = highs;
            long[] oldLows = lows;
            long[] oldMarks = marks;
            highs = new long[2 * oldMarks.length];
            lows = new long[2 * oldMarks.length];
            marks = new long[2 * oldMarks.length];
            for (int i = 0; i < oldMarks.length; i++) {
                if (oldMarks[i] != 0) {
                    put(oldHighs[i], oldLows[i], oldMarks[i]);
                }
            }
        }
    }
}
