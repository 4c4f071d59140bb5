package dev.annals.log;

import dev.annals.json.Violation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of an append that reached the log. */
public sealed interface AppendOutcome {

    /** Whether the log held some of the facts before. */
    default boolean isRepeat() {
        return false;
    }

    /** Where a fact stands: just appended, or held since an earlier append. */
    record Receipt(UUID id, long position, Instant recordedAt) {}

    /**
     * All facts are in the log, durably.
     *
     * @param receipts in the order of the request
     * @param added how many facts were not held before
     * @param head position of the timeline's last fact
     */
    record Appended(List<Receipt> receipts, int added, long head) implements AppendOutcome {
        public boolean isNew() {
            return added > 0;
        }

        @Override
        public boolean isRepeat() {
            return added < receipts.size();
        }
    }

    /** Nothing was appended, for a reason that the caller can mend. */
    sealed interface Rejection extends AppendOutcome {}

    record UnknownTimeline(String timeline) implements Rejection {}

    /** The id is held, or used earlier in the request, with another content. */
    record IdReused(List<Violation> violations) implements Rejection {}

    /**
     * @param conflicting positions after the condition's, at most the first {@value #MOST}
     */
    record ConditionFailed(List<Long> conflicting) implements Rejection {
        public static final int MOST = 1_000;
    }

    record InvalidFacts(List<Violation> violations) implements Rejection {}

    /** More is waiting, or being tried out, than should be taken on; try again in a moment. */
    record Overloaded() implements Rejection {}
}
