package dev.annals.domain.date;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One moment, known as precisely as an EDTF expression says it (Library of Congress, ISO
 * 8601-2:2019, levels 0 to 2). Two expressions with the same bounds are still two dates: a date is
 * what its source wrote.
 *
 * @param text the expression as written
 * @param bounds the days between which the moment lies
 * @param margin how far the expression says that it may be off
 */
public record EdtfDate(String text, Bounds bounds, Margin margin) {

    private static final Day FIRST_OF_FOUR_DIGITS = Day.of(LocalDate.of(-9999, 1, 1));
    private static final Day LAST_OF_FOUR_DIGITS = Day.of(LocalDate.of(9999, 12, 31));

    /**
     * @throws DateSyntaxException if the text is no EDTF expression, or runs backwards or out of
     *     range
     */
    public static EdtfDate parse(String text) {
        return EdtfParser.parse(text);
    }

    /**
     * The expression for bounds that were worked out and not written by anybody: a day, or a set of
     * days such as {@code [1964-10-14..1964-10-15]}. Empty where EDTF has none: without any bound,
     * and for days of a year beyond four digits.
     */
    public static Optional<String> textOf(Bounds bounds) {
        if (bounds.equals(Bounds.NONE)
                || !isWritable(bounds.earliest())
                || !isWritable(bounds.latest())) {
            return Optional.empty();
        }
        return Optional.of(
                bounds.isImprecise() ? "[" + setOf(bounds) + "]" : bounds.earliest().toString());
    }

    private static String setOf(Bounds bounds) {
        String from = bounds.earliest().isBounded() ? bounds.earliest().toString() : "";
        String to = bounds.latest().isBounded() ? bounds.latest().toString() : "";
        return from + ".." + to;
    }

    private static boolean isWritable(Day day) {
        return !day.isBounded()
                || !day.isBefore(FIRST_OF_FOUR_DIGITS) && !day.isAfter(LAST_OF_FOUR_DIGITS);
    }
}
