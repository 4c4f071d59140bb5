package dev.annals.domain.date;

import dev.annals.domain.date.Term.Precision;

/**
 * Reads {@code [1667,1670..1672]}, one of several dates, or {@code {1667,1668}}, all of them. Both
 * mean some moment from the first to the last.
 */
final class SetReader {

    private final Cursor cursor;
    private final String close;

    private SetReader(Cursor cursor, String close) {
        this.cursor = cursor;
        this.close = close;
    }

    static Term read(Cursor cursor) {
        boolean oneOf = cursor.take("[{", "a set") == '[';
        return new SetReader(cursor, oneOf ? "]" : "}").readElements();
    }

    /** Only the first element may be open at its start, and only the last at its end. */
    private Term readElements() {
        Term first = cursor.accept("..") ? Term.OPEN.until(readDate()) : readElement();
        Term all = first.or(first); // one date in brackets is a set all the same
        while (cursor.accept(",")) {
            cursor.passAll(" ");
            all = all.or(readElement());
        }
        if (!cursor.accept(close)) {
            throw cursor.expected("',' or '" + close + "'");
        }
        return all;
    }

    private Term readElement() {
        Term start = readDate();
        if (!cursor.accept("..")) {
            return start;
        }
        return start.until(cursor.at(close) ? Term.OPEN : readEnd(start));
    }

    private Term readEnd(Term start) {
        int index = cursor.index();
        Term end = readDate();
        if (end.precision() != start.precision()) {
            throw new DateSyntaxException("a range ends as precisely as it starts", index);
        }
        if (start.isAfter(end)) {
            throw new DateSyntaxException("the range ends before it starts", index);
        }
        return end;
    }

    private Term readDate() {
        int index = cursor.index();
        Term date = DateReader.read(cursor);
        if (date.precision() == Precision.SECOND) {
            throw new DateSyntaxException("a date in a set has no time", index);
        }
        return date;
    }
}
