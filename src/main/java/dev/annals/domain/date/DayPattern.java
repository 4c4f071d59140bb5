package dev.annals.domain.date;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The days that a date may mean. A month or day left out is one with no digit specified: {@code
 * 1961} is bounded as {@code 1961-XX-XX} is.
 */
record DayPattern(YearPattern year, DigitPattern month, DigitPattern day) {

    static final DigitPattern ANY = new DigitPattern("XX");

    boolean isSpecified() {
        return year.isSpecified() && month.isSpecified() && day.isSpecified();
    }

    /** The first and the last day of the calendar that fit, if any does. */
    Optional<Bounds> bounds() {
        return isSpecified() ? theDay() : search();
    }

    private Optional<Bounds> theDay() {
        YearMonth lies = YearMonth.of(year.lowest(), Math.max(1, month.lowest()));
        return month.lowest() > 0 && day.lowest() > 0 && lies.isValidDay(day.lowest())
                ? Optional.of(Day.of(lies.atDay(day.lowest()))).map(only -> new Bounds(only, only))
                : Optional.empty();
    }

    private Optional<Bounds> search() {
        return find(Order.FORWARD)
                .map(earliest -> new Bounds(earliest, find(Order.BACKWARD).orElseThrow()));
    }

    private Optional<Day> find(Order order) {
        return order.walk(year.lowest(), year.highest())
                .filter(year::fits)
                .boxed()
                .flatMap(y -> months(y, order))
                .flatMap(m -> days(m, order))
                .findFirst()
                .map(Day::of);
    }

    private Stream<YearMonth> months(int year, Order order) {
        return order.walk(1, 12).filter(month::fits).mapToObj(m -> YearMonth.of(year, m));
    }

    private Stream<LocalDate> days(YearMonth month, Order order) {
        return order.walk(1, month.lengthOfMonth()).filter(day::fits).mapToObj(month::atDay);
    }

    /** Why there are no bounds: {@code 1961 has no 31 February}. */
    String misfit() {
        return year + " has no " + day + " " + monthName();
    }

    private String monthName() {
        return month.isSpecified()
                ? Month.of(month.lowest()).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : "in month " + month;
    }

    private enum Order {
        FORWARD,
        BACKWARD;

        IntStream walk(int lowest, int highest) {
            IntStream upwards = IntStream.rangeClosed(lowest, highest);
            return this == FORWARD ? upwards : upwards.map(number -> lowest + highest - number);
        }
    }
}
