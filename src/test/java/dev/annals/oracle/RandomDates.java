package dev.annals.oracle;

import dev.annals.domain.date.EdtfDate;
import java.time.LocalDate;
import java.util.Random;

/** Dates of every kind around a few days, so that they collide. */
final class RandomDates {

    private final Random random;
    private final LocalDate first;
    private final int days;

    /**
     * @param days how many days from the first on there are to choose from
     */
    RandomDates(Random random, LocalDate first, int days) {
        this.random = random;
        this.first = first;
        this.days = days;
    }

    /** One of a few lengths and places in time, most of them around the turn of a year. */
    static RandomDates somewhere(Random random) {
        int[] lengths = {2, 4, 10, 40, 400, 5_000};
        String[] firsts = {"1953-12-28", "1961-02-25", "1959-12-31", "0899-10-26", "-0044-03-01"};
        return new RandomDates(
                random,
                LocalDate.parse(firsts[random.nextInt(random.nextInt(firsts.length) + 1)]),
                lengths[random.nextInt(lengths.length)]);
    }

    EdtfDate next() {
        return EdtfDate.parse(
                switch (random.nextInt(20)) {
                    case 0, 1, 2, 3, 4, 5, 6 -> day().toString();
                    case 7, 8 -> marked(day().toString());
                    case 9 -> month(day());
                    case 10 -> marked(month(day()));
                    case 11, 12 -> maybeMarked(year(day()));
                    case 13 -> maybeMarked(part());
                    case 14 -> maybeMarked(unspecified());
                    case 15 -> interval();
                    case 16 -> set();
                    case 17, 18 -> open();
                    default -> rare();
                });
    }

    private LocalDate day() {
        return first.plusDays(random.nextInt(days));
    }

    private static String month(LocalDate day) {
        return day.toString().substring(0, day.toString().length() - 3);
    }

    private static String year(LocalDate day) {
        return day.toString().substring(0, day.toString().length() - 6);
    }

    /** A season, quarter, third or half of a year. */
    private String part() {
        return year(day()) + "-" + (21 + random.nextInt(21));
    }

    private String maybeMarked(String date) {
        return random.nextInt(3) == 0 ? marked(date) : date;
    }

    private String marked(String date) {
        String mark = "?~%".substring(random.nextInt(3)).substring(0, 1);
        int lastPart = date.lastIndexOf('-') + 1;
        boolean within =
                random.nextInt(4) == 0 && lastPart > 1 && Character.isDigit(date.charAt(0));
        return within ? date.substring(0, lastPart) + mark + date.substring(lastPart) : date + mark;
    }

    /** A day, month or year of which some last digits, or the month, are not known. */
    private String unspecified() {
        String day = day().toString();
        int length = day.length();
        return switch (random.nextInt(8)) {
            case 0 -> day.substring(0, length - 5) + "XX" + day.substring(length - 3);
            case 1 -> day.substring(0, length - 2) + "XX";
            case 2 -> day.substring(0, length - 1) + "X";
            case 3 -> day.substring(0, length - 7) + "X" + day.substring(length - 6);
            case 4 -> day.substring(0, length - 5) + "XX";
            case 5 -> day.substring(0, length - 4) + "X";
            case 6 -> day.substring(0, length - 8) + "XX";
            default -> day.substring(0, length - 7) + "X";
        };
    }

    private String interval() {
        LocalDate[] ends = ordered();
        String start = random.nextInt(3) == 0 ? month(ends[0]) : ends[0].toString();
        String end = random.nextInt(3) == 0 ? year(ends[1]) : ends[1].toString();
        return maybeMarked(start) + "/" + maybeMarked(end);
    }

    private String set() {
        LocalDate[] ends = ordered();
        String start = maybeMarked(random.nextBoolean() ? ends[0].toString() : year(ends[0]));
        boolean ofDays = start.matches("-?\\d{4}-.*");
        String end = maybeMarked(ofDays ? ends[1].toString() : year(ends[1]));
        return switch (random.nextInt(4)) {
            case 0 -> "[" + start + "," + end + "]";
            case 1 -> "{" + start + ".." + end + "}";
            case 2 -> "[" + start + "]";
            default -> "[" + start + ".." + end + "]";
        };
    }

    private String open() {
        String date = maybeMarked(random.nextInt(3) == 0 ? year(day()) : day().toString());
        return switch (random.nextInt(6)) {
            case 0 -> "[.." + date + "]";
            case 1 -> "[" + date + "..]";
            case 2 -> "../" + date;
            case 3 -> date + "/..";
            case 4 -> "/" + date;
            default -> date + "/";
        };
    }

    private String rare() {
        return switch (random.nextInt(6)) {
            case 0 -> maybeMarked("Y17000");
            case 1 -> maybeMarked("Y-170000002");
            case 2 -> maybeMarked(year(day()) + "S" + (1 + random.nextInt(2)));
            case 3 -> day() + "T23:20:30Z";
            case 4 -> maybeMarked("-0044-03-15");
            default ->
                    maybeMarked(
                            "XXXX-" + day().toString().substring(day().toString().length() - 5));
        };
    }

    private LocalDate[] ordered() {
        LocalDate a = day();
        LocalDate b = day();
        return a.isAfter(b) ? new LocalDate[] {b, a} : new LocalDate[] {a, b};
    }
}
