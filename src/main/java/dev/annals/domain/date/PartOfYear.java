package dev.annals.domain.date;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A season, quarter, third or half of a year, written as a number in place of the month. */
enum PartOfYear {
    // Seasons from spring to winter: 21 to 24, northern 25 to 28, southern 29 to 32.
    MARCH_TO_MAY(3, 3, "21", "25", "31"),
    JUNE_TO_AUGUST(6, 3, "22", "26", "32"),
    SEPTEMBER_TO_NOVEMBER(9, 3, "23", "27", "29"),
    DECEMBER_TO_FEBRUARY(12, 3, "24", "28", "30"),
    QUARTER_1(1, 3, "33"),
    QUARTER_2(4, 3, "34"),
    QUARTER_3(7, 3, "35"),
    QUARTER_4(10, 3, "36"),
    THIRD_1(1, 4, "37"),
    THIRD_2(5, 4, "38"),
    THIRD_3(9, 4, "39"),
    HALF_1(1, 6, "40"),
    HALF_2(7, 6, "41");

    private final int firstMonth;
    private final int months;
    private final List<String> codes;

    PartOfYear(int firstMonth, int months, String... codes) {
        this.firstMonth = firstMonth;
        this.months = months;
        this.codes = List.of(codes);
    }

    static Optional<PartOfYear> ofCode(DigitPattern code) {
        return Arrays.stream(values())
                .filter(part -> part.codes.contains(code.digits()))
                .findFirst();
    }

    /** From the part's first day in the first of the years to its last in the last of them. */
    Bounds in(YearPattern years) {
        YearMonth first = YearMonth.of(years.lowest(), firstMonth);
        YearMonth last = YearMonth.of(years.highest(), firstMonth).plusMonths(months - 1);
        return new Bounds(Day.of(first.atDay(1)), Day.of(last.atEndOfMonth()));
    }
}
