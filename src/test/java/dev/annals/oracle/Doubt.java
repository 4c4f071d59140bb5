package dev.annals.oracle;

import dev.annals.domain.date.Day;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import java.time.LocalDate;
import java.util.List;

/**
 * Section 3, "Certain and possible": how many days a date marked {@code ?}, {@code ~} or {@code %}
 * moves what is certain.
 */
final class Doubt {

    private static final long WITHOUT_LIMIT = Long.MAX_VALUE;

    private Doubt() {}

    static Day later(Day latest, List<? extends Effective<? extends Fact.Dated>> facts) {
        long days = farthest(facts);
        return days == WITHOUT_LIMIT ? Day.AFTER_ALL : latest.plus(days);
    }

    static Day earlier(Day earliest, List<? extends Effective<? extends Fact.Dated>> facts) {
        long days = farthest(facts);
        return days == WITHOUT_LIMIT ? Day.BEFORE_ALL : earliest.plus(-days);
    }

    /** "Of several facts, the farthest." */
    private static long farthest(List<? extends Effective<? extends Fact.Dated>> facts) {
        return facts.stream().mapToLong(f -> days(f.content().date())).max().orElse(0);
    }

    static long days(EdtfDate date) {
        String text = date.text();
        if (!text.contains("?") && !text.contains("~") && !text.contains("%")) {
            return 0;
        }
        // Sets and intervals, one with a single element too, are "anything else".
        if (text.contains("/") || text.contains("[") || text.contains("{")) {
            return WITHOUT_LIMIT;
        }
        LocalDate first = LocalDate.ofEpochDay(date.bounds().earliest().epochDay());
        LocalDate last = LocalDate.ofEpochDay(date.bounds().latest().epochDay());
        if (first.equals(last)) {
            return 31; // "for a day"
        }
        boolean sameYear = first.getYear() == last.getYear();
        if (sameYear && first.getDayOfYear() == 1 && last.plusDays(1).getDayOfYear() == 1) {
            return 3_653; // "for a year"
        }
        boolean winter =
                first.getMonthValue() == 12 && last.equals(first.plusMonths(3).minusDays(1));
        if (sameYear || winter) {
            return 366; // "for a month, season or other part of a year"
        }
        return WITHOUT_LIMIT;
    }
}
