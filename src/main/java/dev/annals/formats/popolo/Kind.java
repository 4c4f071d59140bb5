package dev.annals.formats.popolo;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of elements of a Popolo document that facts are made of, each with the fields that
 * matter. Any other field is left out, and counted.
 */
enum Kind {
    AREA("areas", "name", "identifiers"),
    ORGANIZATION(
            "organizations", "name", "description", "founding_date", "dissolution_date", "area_id"),
    POST("posts", "label", "role", "start_date", "end_date", "organization_id", "area_id"),
    PERSON(
            "persons",
            "name",
            "given_name",
            "family_name",
            "sort_name",
            "summary",
            "biography",
            "birth_date",
            "death_date",
            "identifiers",
            "links"),
    MEMBERSHIP(
            "memberships",
            "person_id",
            "member",
            "member_id",
            "organization_id",
            "post_id",
            "legislative_period_id",
            "role",
            "start_date",
            "end_date"),
    EVENT(
            "events",
            "name",
            "description",
            "start_date",
            "end_date",
            "organization_id",
            "attendees");

    private final String list;
    private final Set<String> fields;

    Kind(String list, String... fields) {
        this.list = list;
        this.fields = new HashSet<>(List.of(fields));
        this.fields.addAll(List.of("id", "sources"));
    }

    /** The field of the document that lists these. */
    String list() {
        return list;
    }

    /** Whether facts may be made of this field. */
    boolean carries(String field) {
        return fields.contains(field);
    }

    /** What has to be read of an element, with the elements that it embeds. */
    Set<String> wanted() {
        Set<String> wanted = new HashSet<>(fields);
        embeddings().forEach(embedding -> wanted.add(embedding.field()));
        return wanted;
    }

    /** Where elements of other kinds may stand within one of this kind. */
    List<Embedding> embeddings() {
        return switch (this) {
            case AREA ->
                    List.of(
                            Embedding.list("children", AREA, ""),
                            Embedding.list("organizations", ORGANIZATION, "area_id"),
                            Embedding.list("posts", POST, "area_id"),
                            Embedding.list("memberships", MEMBERSHIP, ""));
            case ORGANIZATION ->
                    List.of(
                            Embedding.list("memberships", MEMBERSHIP, "organization_id"),
                            Embedding.list("posts", POST, "organization_id"),
                            Embedding.list("children", ORGANIZATION, ""),
                            Embedding.one("area", AREA, "area_id"));
            case POST ->
                    List.of(
                            Embedding.list("memberships", MEMBERSHIP, "post_id"),
                            Embedding.one("organization", ORGANIZATION, "organization_id"),
                            Embedding.one("area", AREA, "area_id"));
            case PERSON -> List.of(Embedding.list("memberships", MEMBERSHIP, "person_id"));
            case MEMBERSHIP ->
                    List.of(
                            Embedding.one("person", PERSON, "person_id"),
                            Embedding.one("organization", ORGANIZATION, "organization_id"),
                            Embedding.one("post", POST, "post_id"));
            case EVENT ->
                    List.of(
                            Embedding.list("children", EVENT, ""),
                            Embedding.one("organization", ORGANIZATION, "organization_id"));
        };
    }

    static Optional<Kind> ofList(String list) {
        for (Kind kind : values()) {
            if (kind.list.equals(list)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
