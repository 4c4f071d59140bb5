package dev.annals.log;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Subject;
import java.util.Optional;

/**
 * Which facts of a log to read: all that meet each condition given.
 *
 * @param subject that they touch
 * @param dates that their own date may fall on; facts without a date never do
 */
public record LogFilter(
        Optional<FactType> type, Optional<Subject> subject, Optional<Bounds> dates) {

    public static final LogFilter NONE =
            new LogFilter(Optional.empty(), Optional.empty(), Optional.empty());

    boolean isNone() {
        return equals(NONE);
    }
}
