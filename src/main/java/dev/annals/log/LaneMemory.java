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
    private String head = "";

    WorkingSet workingSetAt(Head current) {
        if (!head.equals(current.hash()) || workingSet.size() > MOST_FACTS) {
            workingSet = new WorkingSet();
        }
        head = ""; // unknown until committed
        return workingSet;
    }

    /** The hash tells this log from another that has the same length, after a fail-over for one. */
    void committedAt(Head committed) {
        head = committed.hash();
    }
}
