package dev.annals.bench.suite.report;

/** What is measured, in which unit, and whether more of it is better. */
public enum Figure {
    FACTS_A_SECOND("facts/s", true),
    ANSWERS_A_SECOND("answers/s", true),
    DELIVERIES_A_SECOND("deliveries/s", true),
    P50_MICROS("µs, median", false),
    P99_MICROS("µs, p99", false),
    P99_MILLIS("ms, p99", false),
    CPU_MICROS("µs of processor each", false),
    FIRST_ANSWER_MILLIS("ms to first answer", false),
    RESIDENT_MIB("MiB resident", false);

    private final String unit;
    private final boolean isMoreBetter;

    Figure(String unit, boolean isMoreBetter) {
        this.unit = unit;
        this.isMoreBetter = isMoreBetter;
    }

    public String unit() {
        return unit;
    }

    /** How well {@code ours} does beside {@code theirs}: above 1 is ahead, whatever the unit. */
    public double ratio(double ours, double theirs) {
        return isMoreBetter ? ours / theirs : theirs / ours;
    }
}
