package dev.annals.formats.popolo;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.LeftOut;
import dev.annals.json.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person of a document is: described, born, died. */
final class PersonFacts {

    private PersonFacts() {}

    static List<Fact> of(Element element, String id, Slug person, Provenance from, LeftOut leftOut)
            throws BrokenElementException {
        List<Fact> facts = new ArrayList<>();
        Optional<String> named = element.name("name");
        Optional<String> name = named.isPresent() ? named : name(element);
        facts.add(
                new Fact.PersonDescribed(
                        person,
                        Element.checked("id", name.orElse(id), Texts.NAME_LENGTH),
                        description(element),
                        SameAs.of(element, leftOut),
                        from));
        element.date("birth_date")
                .date()
                .ifPresent(
                        date ->
                                facts.add(
                                        new Fact.PersonBorn(person, date, Optional.empty(), from)));
        element.date("death_date")
                .date()
                .ifPresent(
                        date ->
                                facts.add(
                                        new Fact.PersonDied(person, date, Optional.empty(), from)));
        Stream.of("given_name", "family_name", "sort_name")
                .filter(field -> named.isPresent() && element.has(field))
                .forEach(field -> leftOut.add(element.kind().list() + "/" + field));
        return facts;
    }

    /** The name, or else what can be had of its parts. */
    static Optional<String> name(Element element) {
        String parts =
                Stream.of("given_name", "family_name")
                        .map(element::readableName)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
        return element.readableName("name")
                .or(() -> Optional.of(parts).filter(p -> !p.isEmpty()))
                .or(() -> element.readableName("sort_name"));
    }

    private static Optional<String> description(Element element) throws BrokenElementException {
        List<String> texts = new ArrayList<>();
        element.text("summary").ifPresent(texts::add);
        element.text("biography").ifPresent(texts::add);
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Element.checked(
                                "biography", String.join("\n\n", texts), Texts.TEXT_LENGTH));
    }
}
