package dev.annals.domain.date;

/** A year of four digits, each of which may be unspecified: {@code 1961}, {@code -01XX}. */
record YearPattern(boolean negative, DigitPattern digits) {

    /** Reads a year. There is one year zero, {@code 0000}, so {@code -XXXX} ends with −1. */
    static YearPattern read(Cursor cursor) {
        int start = cursor.index();
        boolean negative = cursor.accept("-");
        DigitPattern digits = DigitPattern.read(cursor, 4, "year");
        if (negative && digits.highest() == 0) {
            throw new DateSyntaxException("year 0000 has no minus sign", start);
        }
        if (cursor.atAnyOf(Cursor.DIGITS)) {
            throw new DateSyntaxException(
                    "a year of more than four digits begins with Y", cursor.index());
        }
        return new YearPattern(negative, digits);
    }

    boolean isSpecified() {
        return digits.isSpecified();
    }

    int lowest() {
        return negative ? -digits.highest() : digits.lowest();
    }

    int highest() {
        return negative ? Math.min(-digits.lowest(), -1) : digits.highest();
    }

    /** Whether a year from {@link #lowest} to {@link #highest} fits. */
    boolean fits(int year) {
        return digits.fits(Math.abs(year));
    }

    @Override
    public String toString() {
        return (negative ? "-" : "") + digits;
    }
}
