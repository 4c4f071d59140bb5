package dev.annals.oracle;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A span with all that can be said of it, in a form that any program's spans can be brought to.
 *
 * @param kind {@code office}, {@code body} or {@code place}
 * @param subject the slug of the office, the person whose body, or the place
 * @param value who held the office, where the body lay, what the place was called
 * @param openedBy the position of the fact that opens it, of the first one for what came before
 * @param isBefore whether it is the earlier span that the first fact's {@code from} speaks of
 * @param until empty while open
 * @param certainFrom the begin's latest, moved by doubt
 * @param certainUntil the end's earliest, moved by doubt; {@link Day#AFTER_ALL} while open
 * @param begins positions, ascending, as are those that end and limit it
 */
public record PlainSpan(
        String kind,
        String subject,
        String value,
        boolean acting,
        long openedBy,
        boolean isBefore,
        When since,
        Optional<When> until,
        Day certainFrom,
        Day certainUntil,
        List<Long> begins,
        List<Long> ends,
        List<Long> limits) {

    /** The bounds, and the date that says them, if any can. */
    public record When(Bounds bounds, Optional<String> date) {
        @Override
        public String toString() {
            return bounds.earliest()
                    + " to "
                    + bounds.latest()
                    + date.map(d -> " (" + d + ")").orElse("");
        }
    }

    /** No two spans of a timeline are equal in it. */
    public static final Comparator<PlainSpan> ORDER =
            Comparator.comparing(PlainSpan::kind)
                    .thenComparing(PlainSpan::subject)
                    .thenComparing(PlainSpan::openedBy)
                    .thenComparing(PlainSpan::isBefore, Comparator.reverseOrder());

    public PlainSpan {
        begins = begins.stream().sorted().toList();
        ends = ends.stream().sorted().toList();
        limits = limits.stream().sorted().toList();
    }

    @Override
    public String toString() {
        return "%s %s: %s%s%s [%d] since %s until %s, certain %s to %s, begins %s ends %s limits %s"
                .formatted(
                        kind,
                        subject,
                        value,
                        acting ? " (acting)" : "",
                        isBefore ? " (before)" : "",
                        openedBy,
                        since,
                        until.map(When::toString).orElse("open"),
                        certainFrom,
                        certainUntil,
                        begins,
                        ends,
                        limits);
    }
}
