package dev.annals.formats.popolo;

import dev.annals.domain.date.DateSyntaxException;
import dev.annals.domain.date.EdtfDate;
import dev.annals.formats.BrokenElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field for a date says. As precise as it is written: {@code 1998-05} stays a month, {@code
 * 1998-05-00} is one, and of a date-time the day counts. Years 0000 and 9999 and the day 0001-01-01
 * stand in databases for no date at all.
 *
 * @param isOpen whether it says that there is no end
 */
record PopoloDate(Optional<EdtfDate> date, boolean isOpen) {

    static final PopoloDate NONE = new PopoloDate(Optional.empty(), false);
    static final PopoloDate OPEN = new PopoloDate(Optional.empty(), true);

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?(?<time>[T ]\\d{2}:\\d{2}.*)?");
    private static final String NOTHING = "00";

    /**
     * @throws BrokenElementException if the text is neither a date as Popolo writes it nor EDTF
     */
    static PopoloDate read(String field, String text) throws BrokenElementException {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return parsed(field, text, text);
        }
        String date = date(matcher);
        if (date.startsWith("9999")) {
            return OPEN;
        }
        return date.startsWith("0000") || date.equals("0001-01-01")
                ? NONE
                : parsed(field, text, date);
    }

    private static String date(Matcher matcher) {
        String month = matcher.group(2);
        String day = matcher.group(3);
        if (month == null || month.equals(NOTHING)) {
            return matcher.group(1);
        }
        boolean isMonth = day == null || day.equals(NOTHING);
        return matcher.group(1) + "-" + month + (isMonth ? "" : "-" + day);
    }

    private static PopoloDate parsed(String field, String text, String date)
            throws BrokenElementException {
        try {
            return new PopoloDate(Optional.of(EdtfDate.parse(date)), false);
        } catch (DateSyntaxException e) {
            String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            throw new BrokenElementException(
                    field + ": \"" + shown + "\" is not a date: " + e.getMessage());
        }
    }
}
