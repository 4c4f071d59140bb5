package dev.annals.domain.fact;

import java.util.Comparator;

/** An entity that facts are about, written {@code office/premier-of-the-soviet-union}. */
public record Subject(EntityKind kind, Slug slug) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::kind).thenComparing(Subject::slug);

    public static Subject office(Slug slug) {
        return new Subject(EntityKind.OFFICE, slug);
    }

    public static Subject person(Slug slug) {
        return new Subject(EntityKind.PERSON, slug);
    }

    public static Subject place(Slug slug) {
        return new Subject(EntityKind.PLACE, slug);
    }

    /**
     * @throws IllegalArgumentException if the text is not a kind and a slug with a slash between
     */
    public static Subject parse(String text) {
        int slash = text.indexOf('/');
        EntityKind kind =
                EntityKind.of(slash < 0 ? "" : text.substring(0, slash))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "expected office/…, person/… or place/…"));
        return new Subject(kind, new Slug(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.word() + "/" + slug;
    }
}
