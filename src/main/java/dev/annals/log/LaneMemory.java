package dev.annals.log;

import dev.annals.views.WorkingSet;

/**
 * What a lane remembers from one commit to the next. It holds only as long as nobody else appends,
 * and is forgotten whenever a commit fails.
 */
final class LaneMemory {

    /** Beyond this many facts a lane starts over, so that its memory stays bounded. */
    private static final long MOST_FACTS = 200_000;

    private WorkingSet workingSet = new WorkingSet();
    private long head = -1;

    WorkingSet workingSetAt(long position) {
        if (head != position || workingSet.size() > MOST_FACTS) {
            workingSet = new WorkingSet();
        }
        head = -1; // unknown until committed
        return workingSet;
    }

    void committedAt(long position) {
        head = position;
    }
}
