package dev.annals.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * The values lately made from texts, so that a text that comes again and again is checked once and
 * kept once. Bounded: a text takes the place of another with the same hash, and long ones are not
 * kept.
 *
 * @param <V> immutable
 */
final class Recent<V> {

    private static final int SLOTS = 1 << 14;
    private static final int KEPT_LENGTH = 64;

    private record Made<V>(String text, V value) {}

    private final AtomicReferenceArray<Made<V>> slots = new AtomicReferenceArray<>(SLOTS);
    private final Function<String, V> maker;

    /**
     * @param maker may throw; nothing is kept then
     */
    Recent(Function<String, V> maker) {
        this.maker = maker;
    }

    V of(String text) {
        if (text.length() > KEPT_LENGTH) {
            return maker.apply(text);
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Made<V> made = slots.getAcquire(slot);
        if (made == null || !made.text().equals(text)) {
            made = new Made<>(text, maker.apply(text));
            slots.setRelease(slot, made);
        }
        return made.value();
    }
}
