package dev.annals.formats.wikidata;

import dev.annals.domain.fact.Slug;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.NamedSlug;
import dev.annals.json.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The items of a file and their names. The slug of a name that several items share is marked by the
 * item; an item without a name has itself as slug, {@code q9590}.
 */
final class People {

    private static final Pattern ITEM =
            Pattern.compile(
                    "(?:https?://(?:www\\.)?wikidata\\.org/(?:entity|wiki)/|wd:)?(Q[1-9][0-9]{0,18})");

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> slugs = new HashSet<>();
    private final Set<String> shared = new HashSet<>();

    private People() {}

    /** Reads the whole file. */
    static People of(Path document) throws IOException {
        People people = new People();
        try (Rows rows = Rows.of(document)) {
            for (Optional<Rows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                people.add(new Cells(row.get().piece().value()));
            }
        }
        for (String name : people.names.values()) {
            NamedSlug.of(name)
                    .filter(slug -> !people.slugs.add(slug))
                    .ifPresent(people.shared::add);
        }
        people.slugs.clear();
        return people;
    }

    /** Of several names of an item the first in the order of letters counts. */
    private void add(Cells cells) {
        try {
            Optional<String> item = item(cells);
            Optional<String> name = item.isEmpty() ? item : name(cells, item.get());
            name.ifPresent(n -> names.merge(item.get(), n, (a, b) -> a.compareTo(b) <= 0 ? a : b));
        } catch (BrokenElementException _) {
            // refused when its facts are asked for
        }
    }

    /**
     * The row's item, {@code Q9590}; empty if Wikidata does not know who it was.
     *
     * @throws BrokenElementException if there is none
     */
    static Optional<String> item(Cells cells) throws BrokenElementException {
        if (cells.isUnknown("item")) {
            return Optional.empty();
        }
        String value =
                cells.known("item")
                        .orElseThrow(() -> new BrokenElementException("item: is missing"));
        Matcher matcher = ITEM.matcher(value);
        if (!matcher.matches()) {
            throw new BrokenElementException(
                    "item: expected http://www.wikidata.org/entity/Q9590 or the like, found "
                            + Cells.shown(value));
        }
        return Optional.of(matcher.group(1));
    }

    /** A label that is the item itself is what the label service writes where there is none. */
    private static Optional<String> name(Cells cells, String item) throws BrokenElementException {
        Optional<String> label = cells.known("itemLabel").filter(text -> !text.equals(item));
        Optional<String> problem = label.flatMap(text -> Texts.problem(text, Texts.NAME_LENGTH));
        if (problem.isPresent()) {
            throw new BrokenElementException("itemLabel: " + problem.get());
        }
        return label;
    }

    /**
     * Makes sure that the row's name may stand in a fact.
     *
     * @throws BrokenElementException if not
     */
    static void check(Cells cells, String item) throws BrokenElementException {
        name(cells, item);
    }

    /** What the item is called. */
    Optional<String> nameOf(String item) {
        return Optional.ofNullable(names.get(item));
    }

    Slug slugOf(String item) {
        String mark = item.toLowerCase(Locale.ROOT);
        return new Slug(
                nameOf(item)
                        .flatMap(NamedSlug::of)
                        .map(slug -> shared.contains(slug) ? NamedSlug.marked(slug, mark) : slug)
                        .orElse(mark));
    }
}
