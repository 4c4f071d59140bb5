package dev.annals.queries;

import dev.annals.domain.conflict.Conflict;
import dev.annals.domain.conflict.ConflictKind;
import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Subject;
import dev.annals.log.LogReader;
import dev.annals.queries.Spans.Narrowing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists what cannot all be true: of the offices, then of the people, then of the places, each in
 * order of slug. A page that has looked at many entities ends, however little it has found.
 */
@ApplicationScoped
public class Conflicts {

    /** Where a page ends that finds little: entities looked at, and times the log was read. */
    private static final int MOST_LOOKED_AT = 10_000;

    private static final int MOST_READINGS = 5;

    /** Which conflicts are asked for. */
    public record Wanted(Optional<ConflictKind> kind, Narrowing narrowing) {

        private boolean has(Conflict conflict) {
            return kind.map(conflict.kind()::equals).orElse(true)
                    && narrowing.isMetBy(conflict.subjects());
        }

        private boolean has(EntityKind owner) {
            return kind.map(k -> k.owner() == owner).orElse(true);
        }
    }

    /**
     * @param labels of all that the conflicts name
     * @param next the place after which the next page begins; empty on the last one
     */
    public record Page(
            List<Conflict> conflicts, Labels.Known labels, Optional<ConflictPlace> next) {}

    private record Found(Conflict conflict, ConflictPlace place) {}

    private static final class Search {
        final KnownAt known;
        final Wanted wanted;
        final int limit;
        final List<Found> found = new ArrayList<>();
        Optional<ConflictPlace> place;
        int lookedAt;
        int readings;

        Search(KnownAt known, Wanted wanted, ConflictPlace place, int limit) {
            this.known = known;
            this.wanted = wanted;
            this.limit = limit;
            this.place = Optional.of(place);
        }

        boolean isOver() {
            return place.isEmpty()
                    || found.size() > limit
                    || lookedAt >= MOST_LOOKED_AT
                    || readings >= MOST_READINGS;
        }
    }

    private final ConflictOwners owners;
    private final LogReader reader;
    private final Labels labels;

    Conflicts(ConflictOwners owners, LogReader reader, Labels labels) {
        this.owners = owners;
        this.reader = reader;
        this.labels = labels;
    }

    public Uni<Page> page(KnownAt known, Wanted wanted, Optional<ConflictPlace> after, int limit) {
        ConflictPlace place = after.orElse(ConflictPlace.before(EntityKind.OFFICE));
        Search search = new Search(known, wanted, place, limit);
        return goOn(search).chain(() -> page(search));
    }

    private Uni<Void> goOn(Search search) {
        if (search.isOver()) {
            return Uni.createFrom().voidItem();
        }
        ConflictPlace place = search.place.orElseThrow();
        return stretch(search, place)
                .chain(
                        stretch ->
                                conflicts(search.known, stretch.owners())
                                        .invoke(found -> take(search, place, stretch, found)))
                .chain(() -> goOn(search));
    }

    private Uni<ConflictOwners.Stretch> stretch(Search search, ConflictPlace place) {
        return search.wanted.has(place.kind())
                ? owners.after(search.known, search.wanted.narrowing(), place)
                : Uni.createFrom().item(ConflictOwners.Stretch.NONE);
    }

    /** The conflicts of each owner, in the order of these. */
    private Uni<Map<Subject, List<Conflict>>> conflicts(KnownAt known, List<Subject> subjects) {
        if (subjects.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return reader.folded(known.timeline(), new LinkedHashSet<>(subjects), known.position())
                .map(lineages -> new FactsOfOwners(subjects, lineages))
                .chain(
                        facts -> {
                            Set<Subject> people = facts.holders();
                            return people.isEmpty()
                                    ? Uni.createFrom().item(facts)
                                    : reader.lives(known.timeline(), people, known.position())
                                            .map(facts::with);
                        })
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(FactsOfOwners::conflicts);
    }

    private static void take(
            Search search,
            ConflictPlace place,
            ConflictOwners.Stretch stretch,
            Map<Subject, List<Conflict>> conflicts) {
        for (Subject owner : stretch.owners()) {
            List<Conflict> those =
                    conflicts.get(owner).stream().filter(search.wanted::has).toList();
            for (int i = place.givenOf(owner.slug()); i < those.size(); i++) {
                ConflictPlace after = new ConflictPlace(owner.kind(), owner.slug().value(), i + 1);
                search.found.add(new Found(those.get(i), after));
            }
        }
        search.lookedAt += stretch.lookedAt();
        search.readings += stretch.owners().isEmpty() ? 0 : 1;
        search.place =
                stretch.last()
                        .map(slug -> new ConflictPlace(place.kind(), slug, ConflictPlace.ALL))
                        .or(() -> kindAfter(place.kind()).map(ConflictPlace::before));
    }

    private static Optional<EntityKind> kindAfter(EntityKind kind) {
        return switch (kind) {
            case OFFICE -> Optional.of(EntityKind.PERSON);
            case PERSON -> Optional.of(EntityKind.PLACE);
            case PLACE -> Optional.empty();
        };
    }

    private Uni<Page> page(Search search) {
        boolean isCut = search.found.size() > search.limit;
        List<Found> page = isCut ? search.found.subList(0, search.limit) : search.found;
        Optional<ConflictPlace> next = isCut ? Optional.of(page.getLast().place()) : search.place;
        List<Conflict> conflicts = page.stream().map(Found::conflict).toList();
        Set<Subject> named = new LinkedHashSet<>();
        conflicts.stream()
                .flatMap(c -> Stream.concat(c.subjects().stream(), c.detail().subjects().stream()))
                .forEach(named::add);
        return labels.of(search.known, named).map(found -> new Page(conflicts, found, next));
    }
}
