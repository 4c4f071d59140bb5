package dev.annals.oracle;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact.Dated;
import dev.annals.domain.fact.Fact.OfficeAbolished;
import dev.annals.domain.fact.Fact.OfficeAssumed;
import dev.annals.domain.fact.Fact.OfficeEstablished;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Answers by folding everything anew for each question. Slow on purpose: there is nothing in it to
 * get out of step.
 *
 * @param log facts in order of position, from 1 on
 * @param known the position up to which facts are known
 */
public record Oracle(List<RecordedFact> log, long known) {

    /** A line of an answer: somebody in an office, a body at a place, a place under a name. */
    public record Entry(String kind, String subject, String value, String certainty)
            implements Comparable<Entry> {

        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::kind)
                        .thenComparing(Entry::subject)
                        .thenComparing(Entry::value)
                        .thenComparing(Entry::certainty);

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The answer to a question.
     *
     * @param entries sorted; equal ones stand for spans that look alike
     * @param emptyOffices slugs, sorted, of the offices that are listed with nobody in them
     */
    public record State(List<Entry> entries, List<String> emptyOffices) {
        public State {
            entries = entries.stream().sorted().toList();
            emptyOffices = emptyOffices.stream().sorted().toList();
        }
    }

    /** All spans, in {@link PlainSpan#ORDER}. */
    public List<PlainSpan> spans() {
        FactsInEffect facts = FactsInEffect.of(log, known);
        List<PlainSpan> spans = new ArrayList<>(new Tenures(facts).spans());
        spans.addAll(new Chains(facts).restingPlaces());
        spans.addAll(new Chains(facts).placeNames());
        return spans.stream().sorted(PlainSpan.ORDER).toList();
    }

    /** The state on the question's days, d1 being its earliest and d2 its latest. */
    public State stateOn(Bounds question) {
        List<Entry> entries = new ArrayList<>();
        for (PlainSpan span : spans()) {
            certainty(span, question)
                    .ifPresent(
                            c ->
                                    entries.add(
                                            new Entry(
                                                    span.kind(), span.subject(), span.value(), c)));
        }
        List<String> emptyOffices = new ArrayList<>();
        for (String office : listedOffices(question)) {
            if (entries.stream()
                    .noneMatch(e -> e.kind().equals("office") && e.subject().equals(office))) {
                emptyOffices.add(office);
            }
        }
        return new State(entries, emptyOffices);
    }

    /** Section 3, "Certain and possible". */
    private static Optional<String> certainty(PlainSpan span, Bounds question) {
        Day d1 = question.earliest();
        Day d2 = question.latest();
        boolean open = span.until().isEmpty();
        if (!span.isBefore()
                && span.certainFrom().compareTo(d1) <= 0
                && (open || span.certainUntil().compareTo(d2) > 0)) {
            return Optional.of("certain");
        }
        if (span.since().bounds().earliest().compareTo(d2) <= 0
                && (open || span.until().get().bounds().latest().compareTo(d1) > 0)) {
            return Optional.of("possible");
        }
        return Optional.empty();
    }

    /**
     * Section 5: "if an establishment or assumption has earliest ≤ d2 and no later abolition has
     * latest ≤ d1", later in the order of facts.
     */
    private TreeSet<String> listedOffices(Bounds question) {
        FactsInEffect facts = FactsInEffect.of(log, known);
        TreeSet<String> listed = new TreeSet<>();
        for (Effective<OfficeEstablished> sign : facts.ofType(OfficeEstablished.class)) {
            if (keeps(sign, sign.content().office(), facts, question)) {
                listed.add(sign.content().office().value());
            }
        }
        for (Effective<OfficeAssumed> sign : facts.ofType(OfficeAssumed.class)) {
            if (keeps(sign, sign.content().office(), facts, question)) {
                listed.add(sign.content().office().value());
            }
        }
        return listed;
    }

    private static boolean keeps(
            Effective<? extends Dated> sign, Slug office, FactsInEffect facts, Bounds question) {
        return FactsInEffect.bounds(sign).earliest().compareTo(question.latest()) <= 0
                && facts.ofType(OfficeAbolished.class).stream()
                        .filter(a -> a.content().office().equals(office))
                        .filter(a -> FactsInEffect.ORDER.compare(sign, a) < 0)
                        .noneMatch(
                                a ->
                                        FactsInEffect.bounds(a)
                                                        .latest()
                                                        .compareTo(question.earliest())
                                                <= 0);
    }
}
