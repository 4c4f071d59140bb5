package dev.annals.formats.timelinejs;

import java.util.Arrays;
import java.util.List;

/** EDTF's sets in words. */
final class SetWords {

    private static final String OPEN = "..";

    private SetWords() {}

    /**
     * {@code 1958 or 1960} for one of several dates, {@code 1958 and 1960} for all of them, {@code
     * 1953 or before} where there is no first; what is no set stays as it is written.
     *
     * @param date an EDTF expression
     */
    static String of(String date) {
        if (!date.startsWith("[") && !date.startsWith("{")) {
            return date;
        }
        String link = date.startsWith("[") ? " or " : " and ";
        List<String> words =
                Arrays.stream(date.substring(1, date.length() - 1).split(", *"))
                        .map(element -> element(element, link))
                        .toList();
        int last = words.size() - 1;
        return last == 0
                ? words.getFirst()
                : String.join(", ", words.subList(0, last)) + link + words.get(last);
    }

    private static String element(String text, String link) {
        if (text.startsWith(OPEN)) {
            return text.substring(OPEN.length()) + link + "before";
        }
        if (text.endsWith(OPEN)) {
            return text.substring(0, text.length() - OPEN.length()) + link + "after";
        }
        String[] ends = text.split("\\.\\.");
        if (ends.length == 1) {
            return text;
        }
        return link.equals(" or ")
                ? "some time between " + ends[0] + " and " + ends[1]
                : ends[0] + " to " + ends[1];
    }
}
