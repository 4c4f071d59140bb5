package dev.annals.formats.popolo;

import dev.annals.formats.NamedSlug;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a document defines of one kind, by id. Where an id is defined several times, the document's
 * own list goes before what is embedded elsewhere, and the first before the others.
 *
 * @param <T> what is kept of each
 */
final class Register<T> {

    private static final int MARK_BYTES = 6;

    private record Definition<T>(long place, boolean isTopLevel, T what) {}

    private final Map<String, Definition<T>> byId = new HashMap<>();

    void define(String id, Element element, T what) {
        Definition<T> known = byId.get(id);
        if (known == null || element.isTopLevel() && !known.isTopLevel()) {
            byId.put(id, new Definition<>(element.place(), element.isTopLevel(), what));
        }
    }

    Optional<T> get(String id) {
        return Optional.ofNullable(byId.get(id)).map(Definition::what);
    }

    /** Whether this element is the one that defines its id. */
    boolean isDefinedBy(String id, Element element) {
        Definition<T> definition = byId.get(id);
        return definition != null && definition.place() == element.place();
    }

    Set<String> ids() {
        return byId.keySet();
    }

    /** Those of the slugs that come more than once. */
    static Set<String> shared(Iterable<String> slugs) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (String slug : slugs) {
            if (!seen.add(slug)) {
                shared.add(slug);
            }
        }
        return shared;
    }

    /** The slug of a name; for a name without letters that of the id, or else a hash of it. */
    static String slug(Optional<String> name, String id) {
        return name.flatMap(NamedSlug::of).or(() -> NamedSlug.of(id)).orElseGet(() -> mark(id));
    }

    /** The slug, marked if it is shared: by the id alone, wherever in the document it stands. */
    static String toldApart(String slug, Set<String> shared, String id) {
        return shared.contains(slug) ? NamedSlug.marked(slug, mark(id)) : slug;
    }

    private static String mark(String id) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
