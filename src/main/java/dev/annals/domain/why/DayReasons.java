package dev.annals.domain.why;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.span.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a span is certain on the days of a question, or only possible, or not an answer.
 *
 * @param isBefore whether only the span's end was recorded
 */
public record DayReasons(Period period, boolean isBefore, Bounds question) {

    /** Of a span that is an answer: one reason if it is certain, else up to two. */
    public List<Reason> certainty() {
        boolean hasBegun = !period.certainFrom().isAfter(question.earliest());
        boolean goesOn =
                period.until().isEmpty() || period.certainUntil().isAfter(question.latest());
        if (hasBegun && goesOn) {
            return List.of(
                    period.until().isEmpty()
                            ? Rule.CERTAIN_AND_OPEN.with(words(period.certainFrom()))
                            : Rule.CERTAIN.with(
                                    words(period.certainFrom()), words(period.certainUntil())));
        }
        List<Reason> reasons = new ArrayList<>();
        if (!hasBegun) {
            reasons.add(begin(period.since().bounds()));
        }
        if (!goesOn) {
            reasons.add(end(period.until().orElseThrow().bounds()));
        }
        return reasons;
    }

    private static String words(Day day) {
        return day.isBounded() ? day.toString() : "any day";
    }

    private Reason begin(Bounds begin) {
        if (isBefore) {
            return Rule.BEGIN_UNKNOWN.with();
        }
        if (!begin.latest().isAfter(question.earliest())) {
            return Rule.BEGIN_DOUBTFUL.with(DayWords.asLateAs(period.certainFrom()));
        }
        return begin.isImprecise()
                ? Rule.BEGIN_IMPRECISE.with(DayWords.range(begin), words(question.earliest()))
                : Rule.BEGINS_WITHIN.with(DayWords.when(begin));
    }

    private Reason end(Bounds end) {
        if (end.earliest().isAfter(question.latest())) {
            return Rule.END_DOUBTFUL.with(DayWords.asEarlyAs(period.certainUntil()));
        }
        return end.isImprecise()
                ? Rule.END_IMPRECISE.with(DayWords.range(end), words(question.latest()))
                : Rule.ENDS_WITHIN.with(DayWords.when(end));
    }

    /** Empty if the span is an answer. */
    public Optional<Reason> absence() {
        Bounds begin = period.since().bounds();
        if (begin.earliest().isAfter(question.latest())) {
            return Optional.of(Rule.NOT_YET.with(DayWords.when(begin)));
        }
        return period.until()
                .map(until -> until.bounds())
                .filter(end -> !end.latest().isAfter(question.earliest()))
                .map(
                        end ->
                                end.latest().equals(question.earliest())
                                        ? Rule.ENDED_THAT_DAY.with(DayWords.when(end))
                                        : Rule.NO_LONGER.with(DayWords.when(end)));
    }

    /**
     * How many days lie between the span and the question: 0 if it is an answer, {@link
     * Long#MAX_VALUE} if nobody can say.
     */
    public long distanceDays() {
        Bounds begin = period.since().bounds();
        if (begin.earliest().isAfter(question.latest())) {
            return Distance.days(question.latest(), begin.earliest());
        }
        return period.until()
                .map(until -> until.bounds().latest())
                .filter(end -> !end.isAfter(question.earliest()))
                .map(end -> Distance.days(end, question.earliest()))
                .orElse(0L);
    }
}
