package dev.annals.domain.date;

import java.util.Objects;

/**
 * Reads an expression from left to right, without going back.
 *
 * <pre>
 * expression  date | interval | set
 * interval    [date | ".."] "/" [date | ".."]     with at least one date
 * set         "[" elements "]" | "{" elements "}"             {@link SetReader}
 * date        year ["-" month ["-" day [time]]]               {@link DateReader}
 * year        ["-"] four digits, some maybe X                 {@link YearPattern}
 *             | "Y" ["-"] more digits ["E" number]            {@link LongYear}
 * month       two digits, some maybe X | number of a part     {@link PartOfYear}
 * day         two digits, some maybe X
 * time        "T" hour ":" minute ":" second [offset]         {@link TimeOfDay}
 * </pre>
 *
 * A mark {@code ?}, {@code ~} or {@code %} may stand on either side of a year, month or day, but
 * not with a time. A whole year may end with its significant digits, {@code S2}.
 */
final class EdtfParser {

    private EdtfParser() {}

    static EdtfDate parse(String text) {
        var cursor = new Cursor(Objects.requireNonNull(text, "text"));
        Term term = cursor.atAnyOf("[{") ? SetReader.read(cursor) : readDateOrInterval(cursor);
        if (!cursor.atEnd()) {
            throw cursor.expected("the end");
        }
        return new EdtfDate(text, term.bounds(), term.margin());
    }

    private static Term readDateOrInterval(Cursor cursor) {
        boolean open = cursor.at("/") || cursor.accept("..");
        Term start = open ? Term.OPEN : DateReader.read(cursor);
        if (!open && !cursor.at("/")) {
            return start;
        }
        cursor.expect("/");
        int index = cursor.index();
        Term end = cursor.atEnd() || cursor.accept("..") ? Term.OPEN : DateReader.read(cursor);
        if (start == Term.OPEN && end == Term.OPEN) {
            throw new DateSyntaxException("an interval has a date at one end at least", index);
        }
        if (start.isAfter(end)) {
            throw new DateSyntaxException("the interval ends before it starts", index);
        }
        return start.until(end);
    }
}
