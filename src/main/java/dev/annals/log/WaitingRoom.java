package dev.annals.log;

/** Bounds the memory that the appends waiting on this node hold, of all lanes together. */
final class WaitingRoom {

    private static final long LEAST_BYTES = 16L << 20;

    /** Parsed, a request holds several times what it had as text. */
    private static final long SHARE_OF_HEAP = 32;

    private final long roomBytes =
            Math.max(LEAST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    private long takenBytes;

    /**
     * @return whether there was room; one request finds room always
     */
    synchronized boolean enter(AppendRequest request) {
        boolean fits = takenBytes == 0 || takenBytes + request.sizeBytes() <= roomBytes;
        takenBytes += fits ? request.sizeBytes() : 0;
        return fits;
    }

    synchronized void leave(AppendRequest request) {
        takenBytes -= request.sizeBytes();
    }
}
