package dev.annals.domain.why;

import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Certainty;
import dev.annals.domain.span.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The whole answer in a sentence or two.
 *
 * @param kind how it was answered
 */
public record Finding(Kind kind, String text) {

    /** At most so many spans of a kind are named. */
    public static final int NAMED = 5;

    /** Whether it was so. */
    public enum Kind {
        /** Something certainly was. */
        CERTAIN,
        /** Something may have been. */
        POSSIBLE,
        /** It was so at other times only. */
        NOT_THEN,
        /** Nothing in effect says that it ever was. */
        NEVER;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A span that is an answer. */
    public record Answer(Span span, Certainty certainty) {}

    /** A span that is no answer. */
    public record Other(Span span, Reason reason) {}

    /**
     * @param answers in the order in which they are to be named
     * @param others spans of what was asked about at other times, the nearest first
     * @param instead what was so in place of the answer
     */
    public static Finding of(
            Matter matter,
            EdtfDate on,
            List<Answer> answers,
            List<Other> others,
            List<Answer> instead,
            Names names) {
        String when = capitalized(DayWords.when(on));
        if (!answers.isEmpty()) {
            boolean certain = answers.stream().anyMatch(a -> a.certainty() == Certainty.CERTAIN);
            return new Finding(
                    certain ? Kind.CERTAIN : Kind.POSSIBLE,
                    when + ": " + listed(answers, a -> words(a, names)) + ".");
        }
        String replaced =
                instead.isEmpty() ? "" : " Instead: " + listed(instead, a -> words(a, names)) + ".";
        if (others.isEmpty()) {
            String text = "Nothing in effect, as known, says that " + never(matter, names) + ".";
            return new Finding(Kind.NEVER, text + replaced);
        }
        String text = when + ": not " + asked(matter, names) + "." + replaced;
        return new Finding(
                Kind.NOT_THEN, text + " Nearest: " + listed(others, o -> words(o, names)) + ".");
    }

    private static String words(Answer answer, Names names) {
        return (answer.certainty() == Certainty.CERTAIN ? "certainly " : "possibly ")
                + new SpanWords(names).of(answer.span());
    }

    private static String words(Other other, Names names) {
        String reason = other.reason().text().replaceAll("\\.$", "");
        return new SpanWords(names).of(other.span()) + " (" + reason.toLowerCase(Locale.ROOT) + ")";
    }

    private static <T> String listed(List<T> items, Function<T, String> words) {
        int more = items.size() - NAMED;
        return items.stream().limit(NAMED).map(words).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    private static String asked(Matter matter, Names names) {
        String person = matter.person().map(p -> names.of(Subject.person(p))).orElse("anybody");
        if (matter.office().isPresent()) {
            return person + " as " + names.of(Subject.office(matter.office().get()));
        }
        if (matter.place().isEmpty()) {
            return person + " in any office, nor the body at any place";
        }
        String place = names.of(Subject.place(matter.place().get()));
        return matter.person().isPresent()
                ? "the body of " + person + " at " + place
                : place + " under any name that is recorded";
    }

    private static String never(Matter matter, Names names) {
        String person = matter.person().map(p -> names.of(Subject.person(p))).orElse("anybody");
        if (matter.office().isPresent()) {
            String office = names.of(Subject.office(matter.office().get()));
            return person + " ever held the office of " + office;
        }
        if (matter.place().isEmpty()) {
            return person + " ever held an office, or where the body lay";
        }
        String place = names.of(Subject.place(matter.place().get()));
        return matter.person().isPresent()
                ? "the body of " + person + " ever lay at " + place
                : place + " was ever renamed";
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
