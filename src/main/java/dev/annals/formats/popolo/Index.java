package dev.annals.formats.popolo;

import com.fasterxml.jackson.core.JsonToken;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.LeftOut;
import dev.annals.formats.StreamedJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be known of a whole document before any element of it can be understood: what its ids
 * stand for, wherever they are defined. Some hundred bytes for each person.
 */
final class Index {

    /** An organization, with the dates that hold for its offices too. */
    record Organization(
            Optional<String> name,
            Optional<String> area,
            Optional<EdtfDate> founded,
            Optional<EdtfDate> dissolved) {}

    /** A post. */
    record Post(Optional<String> label, Optional<String> organization, Optional<String> area) {}

    /** What may be a legislative period. */
    record Term(Optional<String> name, PopoloDate start, PopoloDate end) {}

    private final Map<Kind, Set<Kind>> contents = new EnumMap<>(Kind.class);
    private final Register<String> people = new Register<>();
    private final Register<String> areas = new Register<>();
    private final Register<Organization> organizations = new Register<>();
    private final Register<Post> posts = new Register<>();
    private final Register<Term> terms = new Register<>();
    private final Set<String> withMembers = new HashSet<>();
    private final Set<String> withPosts = new HashSet<>();
    private final DocumentSources sources = new DocumentSources();
    private Set<String> sharedPeople = Set.of();
    private Set<String> sharedAreas = Set.of();

    private Index() {}

    static Index of(Path document, LeftOut leftOut) throws IOException {
        Index index = new Index();
        try (Walk walk =
                Walk.through(
                        document, _ -> true, (name, value) -> index.aside(name, value, leftOut))) {
            for (Optional<Element> next = walk.next(); next.isPresent(); next = walk.next()) {
                index.add(walk.list(), next.get());
            }
        }
        index.sharedPeople =
                Register.shared(() -> index.people.ids().stream().map(index::person).iterator());
        index.sharedAreas =
                Register.shared(() -> index.areas.ids().stream().map(index::area).iterator());
        return index;
    }

    private void aside(String name, StreamedJson value, LeftOut leftOut) throws IOException {
        if (name.equals("meta") || name.equals("sources")) {
            sources.read(name, value, leftOut);
        } else {
            count(name, value, leftOut);
        }
    }

    /** Of a list each element counts. */
    private static void count(String name, StreamedJson value, LeftOut leftOut) throws IOException {
        boolean list = value.isAtListStart();
        while (list && value.next() != JsonToken.END_ARRAY) {
            value.passOver();
            leftOut.add(name);
        }
        if (!list && value.passOver()) {
            leftOut.add(name);
        }
    }

    private void add(Kind list, Element element) {
        contents.computeIfAbsent(list, EnumSet::of).add(element.kind());
        switch (element.kind()) {
            case PERSON, AREA, ORGANIZATION, POST, EVENT ->
                    element.key().ifPresent(id -> define(id, element));
            case MEMBERSHIP -> {
                if (!element.has("post_id")) {
                    element.reference("organization_id").ifPresent(withMembers::add);
                }
            }
        }
    }

    private void define(String id, Element element) {
        if (!element.isTopLevel() && !element.has("name") && !element.has("label")) {
            return; // a reference in other clothes
        }
        Optional<String> name = element.readableName("name");
        switch (element.kind()) {
            case PERSON -> people.define(id, element, Register.slug(PersonFacts.name(element), id));
            case AREA -> areas.define(id, element, Register.slug(name, id));
            case ORGANIZATION ->
                    organizations.define(
                            id,
                            element,
                            new Organization(
                                    name,
                                    element.reference("area_id"),
                                    date(element, "founding_date").date(),
                                    date(element, "dissolution_date").date()));
            case POST -> {
                Optional<String> organization = element.reference("organization_id");
                organization.ifPresent(withPosts::add);
                Optional<String> area = element.reference("area_id");
                posts.define(id, element, new Post(OfficeFacts.label(element), organization, area));
            }
            case EVENT ->
                    terms.define(
                            id,
                            element,
                            new Term(name, date(element, "start_date"), date(element, "end_date")));
            case MEMBERSHIP -> {}
        }
    }

    private static PopoloDate date(Element element, String field) {
        try {
            return element.date(field);
        } catch (BrokenElementException _) {
            return PopoloDate.NONE;
        }
    }

    /** Whether the document's list of the one kind holds elements of the other. */
    boolean holds(Kind list, Set<Kind> kinds) {
        return contents.getOrDefault(list, Set.of()).stream().anyMatch(kinds::contains);
    }

    /** Where the document's facts come from if an element does not say. */
    DocumentSources sources() {
        return sources;
    }

    Register<?> register(Kind kind) {
        return switch (kind) {
            case PERSON -> people;
            case AREA -> areas;
            case ORGANIZATION -> organizations;
            case POST -> posts;
            case EVENT, MEMBERSHIP -> terms;
        };
    }

    Optional<Slug> personOf(String id) {
        return people.get(id).map(slug -> new Slug(Register.toldApart(slug, sharedPeople, id)));
    }

    Optional<Slug> areaOf(String id) {
        return areas.get(id).map(slug -> new Slug(Register.toldApart(slug, sharedAreas, id)));
    }

    Register<Organization> organizations() {
        return organizations;
    }

    Register<Post> posts() {
        return posts;
    }

    /** The organizations that somebody is a member of without a post. */
    Set<String> withMembers() {
        return withMembers;
    }

    /** The organizations that posts are of. */
    Set<String> withPosts() {
        return withPosts;
    }

    Optional<Term> term(String id) {
        return terms.get(id);
    }

    private String person(String id) {
        return people.get(id).orElseThrow();
    }

    private String area(String id) {
        return areas.get(id).orElseThrow();
    }
}
