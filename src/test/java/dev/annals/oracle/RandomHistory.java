package dev.annals.oracle;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.RecordedFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Makes whole histories of a small world, in which the rules get in each other's way. */
public final class RandomHistory {

    /** At most so many of each, and from so many facts to so many; a history uses what it likes. */
    public record Size(int offices, int people, int places, int leastFacts, int mostFacts) {
        public static final Size SMALL = new Size(4, 5, 4, 3, 40);
    }

    private final Random random;
    private final RandomContent content;
    private final List<RecordedFact> log = new ArrayList<>();

    private RandomHistory(long seed, Size size) {
        this.random = new Random(seed);
        this.content = new RandomContent(random, size);
    }

    /** The same history for the same seed and size. */
    public static History of(long seed, Size size) {
        var history = new RandomHistory(seed, size);
        int most =
                size.leastFacts()
                        + history.random.nextInt(size.mostFacts() - size.leastFacts() + 1);
        // Short ones are as many as long ones are: they are quick, and fail in a way one can read.
        int facts = Math.max(size.leastFacts(), 1 + history.random.nextInt(most));
        for (int position = 1; position <= facts; position++) {
            var id = new UUID(seed, 0x8000_0000_0000_0000L | position);
            history.log.add(FactReader.recorded(id, position, history.next()));
        }
        return new History(seed, history.log);
    }

    public static History of(long seed) {
        return of(seed, Size.SMALL);
    }

    private Fact next() {
        List<RecordedFact> plain =
                log.stream().filter(f -> f.fact() instanceof Fact.Plain).toList();
        int choice = plain.isEmpty() ? 0 : random.nextInt(100);
        if (choice >= 90) {
            return new Fact.FactRetracted(pick(log).id(), "made up", content.provenance());
        }
        if (choice >= 76) {
            RecordedFact corrected = pick(plain);
            return new Fact.FactCorrected(
                    corrected.id(),
                    content.changed((Fact.Plain) corrected.fact()),
                    content.provenance());
        }
        return content.next();
    }

    /** The last few are said most about: chains of corrections and retractions grow. */
    private RecordedFact pick(List<RecordedFact> facts) {
        int fromEnd = random.nextBoolean() ? random.nextInt(3) : random.nextInt(facts.size());
        return facts.get(Math.max(0, facts.size() - 1 - fromEnd));
    }

    /**
     * Dates that matter to a history, in no order: the ends of its dates and of their margins with
     * the days around them, the months and years they lie in, and all time up to and from them.
     */
    public static List<EdtfDate> questions(History history) {
        Set<String> texts = new TreeSet<>();
        for (EdtfDate date : history.dates()) {
            Bounds bounds = date.bounds();
            for (Day end : List.of(bounds.earliest(), bounds.latest())) {
                // A year of more than four digits is only asked for as a whole.
                if (end.isBounded() && Math.abs(dateOf(end).getYear()) < 9_000) {
                    addAround(texts, dateOf(end), !date.text().matches("[^?~%]*"));
                }
            }
        }
        texts.add("Y170000002");
        texts.add("-9999/..");
        texts.add("../9999");
        return texts.stream().map(EdtfDate::parse).toList();
    }

    private static LocalDate dateOf(Day day) {
        return LocalDate.ofEpochDay(day.epochDay());
    }

    private static void addAround(Set<String> texts, LocalDate day, boolean marked) {
        long[] margins =
                marked ? new long[] {-3_653, -366, -31, 0, 31, 366, 3_653} : new long[] {0};
        for (long margin : margins) {
            for (long beside = -1; beside <= 1; beside++) {
                texts.add(day.plusDays(margin + beside).toString());
            }
        }
        String text = day.toString();
        String year = text.substring(0, text.length() - 6);
        texts.add(text.substring(0, text.length() - 3));
        texts.add(year);
        texts.add("../" + year);
        texts.add(text + "/..");
        texts.add("[" + text + ".." + day.plusDays(1) + "]");
    }

    /** Facts of every type but the two that are about other facts. */
    static List<FactType> plainTypes() {
        return List.of(FactType.values()).stream().filter(type -> !type.isAmendment()).toList();
    }
}
