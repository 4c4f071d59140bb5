package dev.annals.formats;

import dev.annals.domain.fact.Slug;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import net.gcardone.junidecode.Junidecode;

/** Slugs made of names in any script: {@code Aengus Ó Snodaigh} is {@code aengus-o-snodaigh}. */
public final class NamedSlug {

    /** Written within words, and no part of them in a slug: {@code People's}. */
    private static final Pattern APOSTROPHES = Pattern.compile("['`\u2018\u2019\u02bc\u02bb]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HYPHENS_AT_ENDS = Pattern.compile("^-+|-+$");

    /** What the library writes for a character that it does not know. */
    private static final String UNKNOWN = "[?]";

    private NamedSlug() {}

    /** The slug of a name; empty if it has neither letters nor digits. */
    public static Optional<String> of(String name) {
        String plain = APOSTROPHES.matcher(name).replaceAll("");
        String ascii = Junidecode.unidecode(plain).replace(UNKNOWN, " ");
        String words = APOSTROPHES.matcher(ascii).replaceAll("").toLowerCase(Locale.ROOT);
        String slug = cut(BETWEEN_WORDS.matcher(words).replaceAll("-"), Slug.MAX_LENGTH);
        return slug.isEmpty() ? Optional.empty() : Optional.of(slug);
    }

    /** The slug with a mark behind it that tells it from others of the same name. */
    public static String marked(String slug, String mark) {
        return cut(slug, Slug.MAX_LENGTH - 1 - mark.length()) + "-" + mark;
    }

    /** One slug behind the other. */
    public static String joined(String first, String second) {
        return cut(first + "-" + second, Slug.MAX_LENGTH);
    }

    /** At most so many characters, without hyphens at the ends. */
    private static String cut(String slug, int length) {
        String trimmed = HYPHENS_AT_ENDS.matcher(slug).replaceAll("");
        String cut = trimmed.substring(0, Math.min(length, trimmed.length()));
        return HYPHENS_AT_ENDS.matcher(cut).replaceAll("");
    }
}
