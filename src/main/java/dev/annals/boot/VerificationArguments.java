package dev.annals.boot;

import dev.annals.domain.fact.Slug;
import dev.annals.verify.Noted;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What is to be verified, and against what.
 *
 * @param file an export, {@code -} for the standard input; the database if there is none
 * @param after where the export begins
 * @param noted hashes that the log must have, or have had as its head
 */
record VerificationArguments(
        Optional<String> file, Optional<String> timeline, Noted after, List<Noted> noted) {

    /**
     * @throws IllegalArgumentException if they make no sense; the message says why
     */
    static VerificationArguments parse(List<String> words) {
        Optional<String> file = Optional.empty();
        Optional<String> timeline = Optional.empty();
        Noted after = Noted.NOTHING;
        List<Noted> noted = new ArrayList<>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--timeline" -> timeline = Optional.of(slug(value(word, rest)));
                case "--head" -> noted.add(Noted.parse(value(word, rest)));
                case "--after" -> after = beginning(value(word, rest));
                default -> file = Optional.of(file(word, file));
            }
        }
        var arguments = new VerificationArguments(file, timeline, after, noted);
        arguments.check();
        return arguments;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static String slug(String id) {
        return new Slug(id).value();
    }

    private static Noted beginning(String text) {
        Noted after = Noted.parse(text);
        if (after.position().isEmpty()) {
            throw new IllegalArgumentException("--after needs POSITION:HASH");
        }
        return after;
    }

    private static String file(String word, Optional<String> before) {
        if (word.startsWith("--")) {
            throw new IllegalArgumentException("there is no option " + word);
        }
        if (before.isPresent()) {
            throw new IllegalArgumentException("one file at a time: found " + word + " as well");
        }
        return word;
    }

    private void check() {
        if (file.isPresent() && timeline.isPresent()) {
            throw new IllegalArgumentException("--timeline is for a database, not for a file");
        }
        if (file.isEmpty() && after != Noted.NOTHING) {
            throw new IllegalArgumentException("--after is for a file, not for a database");
        }
        if (file.isEmpty() && timeline.isEmpty() && !noted.isEmpty()) {
            throw new IllegalArgumentException("--head needs --timeline, or a file");
        }
        long start = after.position().orElseThrow();
        if (noted.stream().anyMatch(n -> n.position().orElse(start) < start)) {
            throw new IllegalArgumentException(
                    "--head lies before --after, and so before the file");
        }
    }
}
