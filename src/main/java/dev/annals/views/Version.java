package dev.annals.views;

/**
 * A row of a view.
 *
 * @param knownFrom position, inclusive
 * @param knownUntil position, exclusive; {@link #STILL} while it stands
 */
record Version<K, V>(K key, V value, long knownFrom, long knownUntil) {

    static final long STILL = Long.MAX_VALUE;

    Version<K, V> closedAt(long position) {
        return new Version<>(key, value, knownFrom, position);
    }

    /** The end of a row that an earlier transaction has written. */
    record Closing<K>(K key, long knownUntil) {}
}
