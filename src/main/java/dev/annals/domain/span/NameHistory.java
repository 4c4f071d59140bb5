package dev.annals.domain.span;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact.PlaceRenamed;
import dev.annals.domain.fact.Slug;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What one place was called, by the renamings in effect. */
public final class NameHistory {

    private final Slug place;
    private final NavigableMap<When, Effective<PlaceRenamed>> renamings = new TreeMap<>();

    public NameHistory(Slug place) {
        this.place = place;
    }

    public void add(Effective<PlaceRenamed> renaming) {
        renamings.put(When.of(renaming), renaming);
    }

    public void remove(Effective<PlaceRenamed> renaming) {
        renamings.remove(When.of(renaming));
    }

    public List<Span.PlaceName> names() {
        List<Chain.Step<String>> steps =
                renamings.values().stream()
                        .map(r -> new Chain.Step<>(r, r.content().to(), r.content().from()))
                        .toList();
        return Chain.links(steps, Optional.empty()).stream()
                .map(
                        l ->
                                new Span.PlaceName(
                                        place, l.value(), l.period(), l.openedBy(), l.isBefore()))
                .toList();
    }
}
