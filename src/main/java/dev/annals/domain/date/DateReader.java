package dev.annals.domain.date;

import dev.annals.domain.date.Term.Precision;
import java.util.Optional;

/**
 * Reads one date: a year, a part of one, a month, a day or a date-time, any of them marked or not.
 */
final class DateReader {

    private final Cursor cursor;
    private boolean marked;

    private DateReader(Cursor cursor) {
        this.cursor = cursor;
    }

    static Term read(Cursor cursor) {
        return new DateReader(cursor).readDate();
    }

    private Term readDate() {
        passMark();
        if (cursor.at("Y")) {
            return wholeYears(LongYear.read(cursor));
        }
        if (!cursor.atAnyOf(Cursor.DIGITS + "X-")) {
            throw cursor.expected("a date");
        }
        YearPattern year = YearPattern.read(cursor);
        if (cursor.at("S") && year.isSpecified()) {
            int digits = year.digits().lowest();
            return wholeYears(LongYear.readSignificance(cursor, year.negative(), digits));
        }
        passMark();
        return cursor.accept("-") ? readMonth(year) : anyDay(year, DayPattern.ANY, Precision.YEAR);
    }

    private Term wholeYears(Bounds bounds) {
        passMark();
        return new Term(bounds, Precision.YEAR, marked);
    }

    private Term readMonth(YearPattern year) {
        passMark();
        int start = cursor.index();
        DigitPattern month = DigitPattern.read(cursor, 2, "month");
        passMark();
        Optional<PartOfYear> part = PartOfYear.ofCode(month);
        if (part.isPresent()) {
            return new Term(part.get().in(year), Precision.PART_OF_YEAR, marked);
        }
        checkUpTo(12, "month", month, start);
        return cursor.accept("-") ? readDay(year, month) : anyDay(year, month, Precision.MONTH);
    }

    private Term anyDay(YearPattern year, DigitPattern month, Precision precision) {
        var days = new DayPattern(year, month, DayPattern.ANY);
        return new Term(days.bounds().orElseThrow(), precision, marked);
    }

    private Term readDay(YearPattern year, DigitPattern month) {
        passMark();
        int start = cursor.index();
        DigitPattern day = DigitPattern.read(cursor, 2, "day");
        passMark();
        checkUpTo(31, "day", day, start);
        var days = new DayPattern(year, month, day);
        Bounds bounds =
                days.bounds().orElseThrow(() -> new DateSyntaxException(days.misfit(), start));
        if (!cursor.at("T")) {
            return new Term(bounds, Precision.DAY, marked);
        }
        if (marked || !days.isSpecified()) {
            throw new DateSyntaxException(
                    "a marked or unspecified day has no time", cursor.index());
        }
        TimeOfDay.pass(cursor);
        return new Term(bounds, Precision.SECOND, marked);
    }

    private void passMark() {
        marked |= cursor.acceptAnyOf("?~%");
    }

    private static void checkUpTo(int max, String name, DigitPattern digits, int start) {
        if (!digits.fitsUpTo(max)) {
            throw new DateSyntaxException(
                    name + " " + digits + " is not between 01 and " + max, start);
        }
    }
}
