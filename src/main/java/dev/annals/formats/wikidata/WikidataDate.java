package dev.annals.formats.wikidata;

import dev.annals.domain.date.DateSyntaxException;
import dev.annals.domain.date.EdtfDate;
import dev.annals.formats.BrokenElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of Wikidata's RDF in EDTF: the time as written, cut to its precision. Years are counted
 * alike in both; 0000 is 1 BC.
 *
 * <p>Precision is 11 for a day (more is cut to it), 10 a month, 9 a year, 8 a decade ({@code
 * 195X}), 7 a century ({@code 19XX}), 6 a millennium ({@code 1XXX}), and so on by the power of ten.
 * A year that ends such a stretch in one way of counting begins one in the other: 2000 with
 * precision 7 is the 20th century to Wikidata and the beginning of {@code 20XX} to EDTF. It becomes
 * the set of all years that may be meant, {@code [1901..2099]}; so do years before 1, and stretches
 * for which EDTF has no word.
 */
final class WikidataDate {

    static final int DAY = 11;
    private static final int MONTH = 10;
    private static final int YEAR = 9;
    private static final int DECADE = 8;
    private static final int MILLENNIUM = 6;
    private static final int MOST = 14;

    private static final Pattern TIME =
            Pattern.compile("([+-]?)(\\d{4,12})(?:-(\\d{2})(?:-(\\d{2}))?)?(?:T.*)?");

    private WikidataDate() {}

    /**
     * @param field that it stands in, for messages
     * @throws BrokenElementException if it is no date, or the precision none
     */
    static EdtfDate read(String field, String time, int precision) throws BrokenElementException {
        Matcher matcher = TIME.matcher(time);
        if (precision < 0 || precision > MOST || !matcher.matches()) {
            throw new BrokenElementException(
                    field
                            + ": expected a date such as 2016-07-13T00:00:00Z and a precision from 0"
                            + " to 14, found "
                            + Cells.shown(time)
                            + " and "
                            + precision);
        }
        long number = Long.parseLong(matcher.group(2));
        long year = matcher.group(1).equals("-") ? -number : number;
        try {
            return EdtfDate.parse(
                    precision >= YEAR
                            ? precise(year, matcher, Math.min(precision, DAY))
                            : stretch(year, precision));
        } catch (DateSyntaxException e) {
            throw new BrokenElementException(
                    field + ": \"" + time + "\" is not a date: " + e.getMessage());
        }
    }

    private static String precise(long year, Matcher matcher, int precision) {
        Optional<String> month = part(matcher.group(3)).filter(_ -> precision >= MONTH);
        Optional<String> day = part(matcher.group(4)).filter(_ -> precision >= DAY);
        boolean isLong = Math.abs(year) > 9999;
        if (month.isEmpty() || isLong) {
            return year(year);
        }
        return year(year) + "-" + month.get() + day.map(d -> "-" + d).orElse("");
    }

    private static Optional<String> part(String digits) {
        return Optional.ofNullable(digits).filter(d -> !d.equals("00"));
    }

    private static String year(long year) {
        if (Math.abs(year) > 9999) {
            return "Y" + year;
        }
        return (year < 0 ? "-" : "") + "%04d".formatted(Math.abs(year));
    }

    private static String stretch(long year, int precision) {
        long length = Math.round(Math.pow(10, YEAR - precision));
        boolean hasWord = precision >= MILLENNIUM && year > 0 && year <= 9999;
        boolean isOneStretch = precision == DECADE || year % length != 0;
        if (hasWord && isOneStretch) {
            int digits = 4 - (YEAR - precision);
            return year(year).substring(0, digits) + "X".repeat(YEAR - precision);
        }
        String first = year(year - length + 1);
        return "[" + first + ".." + year(year + length - 1) + "]";
    }
}
