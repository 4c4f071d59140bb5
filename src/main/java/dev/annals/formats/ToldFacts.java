package dev.annals.formats;

import dev.annals.domain.fact.Fact;
import dev.annals.queries.Labels;
import java.util.List;
import java.util.Map;

/**
 * What the facts behind spans say, with the labels of what they mention.
 *
 * @param contents in effect, by the ids of the facts
 */
public record ToldFacts(Map<String, Fact.Dated> contents, Labels.Known labels) {

    /**
     * Those that are told with a span: the fact that begins it, and vacations that end it. What
     * else bounds a span is told elsewhere.
     */
    public List<Fact.Dated> with(List<Testimony> facts) {
        return facts.stream()
                .filter(this::isTold)
                .map(fact -> contents.get(fact.id()))
                .distinct()
                .toList();
    }

    private boolean isTold(Testimony fact) {
        return fact.role().equals("begins")
                || fact.role().equals("ends")
                        && contents.get(fact.id()) instanceof Fact.OfficeVacated;
    }
}
