package dev.annals.formats.popolo;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.LeftOut;
import dev.annals.json.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The areas of a document that its offices are of; the others are left out. */
final class PlaceFacts {

    private final Set<String> used = new HashSet<>();
    private final LeftOut leftOut;

    PlaceFacts(Index index, LeftOut leftOut) {
        this.leftOut = leftOut;
        for (String post : index.posts().ids()) {
            index.posts().get(post).flatMap(Index.Post::area).ifPresent(used::add);
        }
        for (String organization : index.withMembers()) {
            index.organizations()
                    .get(organization)
                    .flatMap(Index.Organization::area)
                    .ifPresent(used::add);
        }
    }

    List<Fact> of(Element area, String id, Slug place, Provenance from)
            throws BrokenElementException {
        if (!used.contains(id)) {
            leftOut.add(Kind.AREA.list() + " (of no office)");
            return List.of();
        }
        return List.of(
                new Fact.PlaceDescribed(
                        place,
                        Element.checked("id", area.name("name").orElse(id), Texts.NAME_LENGTH),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        SameAs.of(area, leftOut),
                        from));
    }
}
