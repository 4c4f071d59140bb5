package dev.annals.domain.conflict;

import java.util.ArrayList;
import java.util.List;

/** Pieces of sentences. */
final class Words {

    private Words() {}

    static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    /** The things with commas between them, and a word before the last. */
    static List<Object> list(List<?> things) {
        List<Object> words = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            if (i > 0) {
                words.add(i == things.size() - 1 ? " and " : ", ");
            }
            words.add(things.get(i));
        }
        return words;
    }
}
