package dev.annals.bench.suite.work;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The facts that everyone stores: successions in the same offices, in the order in which they
 * happened, each with a source. So it is known without a database who held which office when.
 */
public final class Facts {

    public static final int OFFICES = 500;

    private static final int PEOPLE = 9_973;
    private static final int DAYS_OF_A_TENURE = 150;
    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);

    /** An office on a day on which it is held, and who holds it. */
    public record Question(String office, LocalDate on, String person) {}

    private Facts() {}

    public static String office(long fact) {
        return "office-" + fact % OFFICES;
    }

    public static String person(long fact) {
        return "person-" + fact * 31 % PEOPLE;
    }

    public static LocalDate date(long fact) {
        return FIRST.plusDays(fact / OFFICES * DAYS_OF_A_TENURE);
    }

    /** The fact with a number, counted from 0. */
    public static String json(long fact) {
        return assumed(office(fact), person(fact), date(fact), fact);
    }

    /** One of those that all happen in one office. */
    public static String inOneOffice(String office, long fact) {
        return assumed(office, person(fact), FIRST.plusDays(fact), fact);
    }

    private static String assumed(String office, String person, LocalDate date, long fact) {
        return "{\"type\":\"OfficeAssumed\",\"office\":\"%s\",\"person\":\"%s\",\"date\":\"%s\",\"sources\":[{\"title\":\"A history in several volumes\",\"author\":\"An Author\",\"year\":%d}]}"
                .formatted(office, person, date, 1900 + fact % 100);
    }

    /** A JSON array of some facts. */
    public static String batch(long first, int size) {
        return LongStream.range(first, first + size)
                .mapToObj(Facts::json)
                .collect(Collectors.joining(",", "[", "]"));
    }

    public static void write(Path file, long facts) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (long fact = 0; fact < facts; fact++) {
                lines.write(json(fact));
                lines.newLine();
            }
        }
    }

    /** A day within a tenure, among so many facts. */
    public static Question question(Random random, long facts) {
        long fact = random.nextLong(facts);
        LocalDate on = date(fact).plusDays(random.nextInt(DAYS_OF_A_TENURE));
        return new Question(office(fact), on, person(fact));
    }

    /** Days on which all offices are held. */
    public static LocalDate day(Random random, long facts) {
        return date(random.nextLong(facts / OFFICES * OFFICES))
                .plusDays(random.nextInt(DAYS_OF_A_TENURE));
    }
}
