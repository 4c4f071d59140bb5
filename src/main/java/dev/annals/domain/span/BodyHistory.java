package dev.annals.domain.span;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact.BodyRelocated;
import dev.annals.domain.fact.Slug;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Where one person's body lay, by the relocations in effect. */
public final class BodyHistory {

    private final Slug person;
    private final Deaths deaths;
    private final NavigableMap<When, Effective<BodyRelocated>> relocations = new TreeMap<>();

    public BodyHistory(Slug person, Deaths deaths) {
        this.person = person;
        this.deaths = deaths;
    }

    public void add(Effective<BodyRelocated> relocation) {
        relocations.put(When.of(relocation), relocation);
    }

    public void remove(Effective<BodyRelocated> relocation) {
        relocations.remove(When.of(relocation));
    }

    public List<Span.RestingPlace> restingPlaces() {
        List<Chain.Step<Slug>> steps =
                relocations.values().stream()
                        .map(r -> new Chain.Step<>(r, r.content().to(), r.content().from()))
                        .toList();
        return Chain.links(steps, deaths.first(person)).stream()
                .map(
                        l ->
                                new Span.RestingPlace(
                                        person, l.value(), l.period(), l.openedBy(), l.isBefore()))
                .toList();
    }
}
