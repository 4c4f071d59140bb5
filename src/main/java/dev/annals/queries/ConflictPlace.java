package dev.annals.queries;

import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Slug;

/**
 * A place in the order of conflicts: by the kind of entity and its slug, then one after the other.
 *
 * @param given how many of the entity's conflicts come before; {@link #ALL} if all do
 */
public record ConflictPlace(EntityKind kind, String slug, int given) {

    public static final int ALL = -1;

    /** Before all entities of a kind. */
    static ConflictPlace before(EntityKind kind) {
        return new ConflictPlace(kind, "", ALL);
    }

    /** How many of an entity's conflicts come before this place, if it is in the midst of them. */
    int givenOf(Slug owner) {
        return slug.equals(owner.value()) && given != ALL ? given : 0;
    }

    /**
     * @throws IllegalArgumentException if the text is not what {@link #toString} makes
     */
    public static ConflictPlace parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length == 3) {
            EntityKind kind = EntityKind.of(parts[0]).orElse(null);
            int given = Integer.parseInt(parts[2]);
            if (kind != null && given >= ALL && (parts[1].isEmpty() || Slug.isSlug(parts[1]))) {
                return new ConflictPlace(kind, parts[1], given);
            }
        }
        throw new IllegalArgumentException("not a place in the order of conflicts");
    }

    @Override
    public String toString() {
        return kind.word() + "/" + slug + "/" + given;
    }
}
