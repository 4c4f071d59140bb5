package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.span.Certainty;
import dev.annals.domain.span.Span;
import dev.annals.domain.why.DayReasons;
import dev.annals.domain.why.Finding;
import dev.annals.domain.why.Matter;
import dev.annals.domain.why.Reason;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The spans that a question is about.
 *
 * @param answers that cover the days, in the order of the state
 * @param others that do not, the nearest first
 * @param instead that cover the days in place of an answer, if there is none
 * @param bounding ids of the facts behind all spans that answer, or could have stood in place of
 *     one
 * @param limit how many of each to tell of
 */
record WhySpans(
        List<ToldSpan> answers,
        List<ToldSpan> others,
        List<ToldSpan> instead,
        Set<UUID> bounding,
        int limit) {

    /** A span that is no answer, and how far it is from one. */
    private record Other(ToldSpan span, long distanceDays) {}

    /**
     * @param rows all spans among which those asked about are
     */
    static WhySpans of(Why.Question asked, List<SpanRow> rows) {
        Matter matter = asked.matter();
        Bounds question = asked.on().bounds();
        List<ToldSpan> spans = rows.stream().map(ToldSpan::of).toList();
        Predicate<ToldSpan> covers = span -> span.on(question).absence().isEmpty();
        List<ToldSpan> answers =
                asked(spans, matter::asks).filter(covers).sorted(ToldSpan.AS_IN_STATE).toList();
        List<ToldSpan> others =
                asked(spans, matter::asks)
                        .filter(covers.negate())
                        .map(span -> new Other(span, span.on(question).distanceDays()))
                        .sorted(
                                Comparator.comparingLong(Other::distanceDays)
                                        .thenComparing(Other::span, ToldSpan::byBegin))
                        .map(Other::span)
                        .toList();
        List<ToldSpan> instead =
                asked(spans, matter::excludes)
                        .filter(span -> answers.isEmpty())
                        .filter(covers)
                        .sorted(ToldSpan.AS_IN_STATE)
                        .toList();
        Predicate<Span> either = span -> matter.asks(span) || matter.excludes(span);
        return new WhySpans(answers, others, instead, ids(asked(spans, either)), asked.limit());
    }

    private static Stream<ToldSpan> asked(List<ToldSpan> spans, Predicate<Span> which) {
        return spans.stream().filter(span -> which.test(span.span()));
    }

    List<ToldSpan> toldAnswers() {
        return answers.stream().limit(limit).toList();
    }

    List<ToldSpan> toldOthers() {
        return others.stream().limit(limit).toList();
    }

    List<ToldSpan> toldInstead() {
        return instead.stream().limit(limit).toList();
    }

    /** How many are not told of. */
    long untold() {
        return Stream.of(answers, others, instead)
                .mapToLong(spans -> Math.max(0, spans.size() - limit))
                .sum();
    }

    /** The ids of the facts behind the answers that are told of. */
    Set<UUID> answering() {
        return ids(toldAnswers().stream());
    }

    /** The ids of the facts behind all spans that are told of. */
    Set<UUID> telling() {
        return ids(Stream.of(toldAnswers(), toldOthers(), toldInstead()).flatMap(List::stream));
    }

    private static Set<UUID> ids(Stream<ToldSpan> spans) {
        return spans.flatMap(span -> span.roles().keySet().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    static Finding.Answer answer(ToldSpan span, Bounds question) {
        Certainty certainty = span.row().on(question).orElseThrow();
        return new Finding.Answer(span.span(), certainty);
    }

    static Reason absence(ToldSpan span, Bounds question) {
        DayReasons reasons = span.on(question);
        return reasons.absence().orElseThrow();
    }
}
