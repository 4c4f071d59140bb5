package dev.annals.domain.why;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Moment;
import dev.annals.domain.span.Period;
import dev.annals.domain.span.Span;

/** A span in words. */
record SpanWords(Names names) {

    /** {@code Nikita Khrushchev as Premier of the Soviet Union}. */
    String of(Span span) {
        return switch (span) {
            case Span.Tenure t ->
                    names.of(Subject.person(t.person()))
                            + " as "
                            + (t.acting() ? "acting " : "")
                            + names.of(Subject.office(t.office()));
            case Span.RestingPlace r ->
                    "the body of "
                            + names.of(Subject.person(r.person()))
                            + " at "
                            + names.of(Subject.place(r.place()));
            case Span.PlaceName n ->
                    names.of(Subject.place(n.place())) + " under the name " + n.name();
            case Span.Standing s -> names.of(Subject.office(s.office()));
        };
    }

    /** {@code from 1955-02-08 until 1958-03-27}. */
    static String of(Period period) {
        return "from "
                + moment(period.since())
                + period.until().map(until -> " until " + moment(until)).orElse(", no end known");
    }

    private static String moment(Moment moment) {
        Bounds bounds = moment.bounds();
        if (bounds.equals(Bounds.NONE)) {
            return "an unknown day";
        }
        return bounds.isImprecise()
                ? "some day " + DayWords.when(bounds)
                : bounds.earliest().toString();
    }
}
