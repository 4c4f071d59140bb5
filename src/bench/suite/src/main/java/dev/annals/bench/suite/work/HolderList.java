package dev.annals.bench.suite.work;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A list of office holders as people have it in a table: one office after the other, and of each
 * holder the name, the birth, the first day and the last.
 */
final class HolderList {

    static final int FACTS_OF_A_HOLDER = 4;

    private static final int HOLDERS_OF_AN_OFFICE = 125;
    private static final int DAYS_OF_A_TENURE = 1_500;
    private static final int DAYS_BEFORE_OFFICE = 15_000;
    private static final LocalDate FIRST = LocalDate.of(1500, 1, 1);

    private static final String HOLDER =
            """
            {"type":"PersonDescribed","person":"holder-%1$d","name":"Holder %1$d","description":"Held office %2$d",%6$s}
            {"type":"PersonBorn","person":"holder-%1$d","date":"%3$s",%6$s}
            {"type":"OfficeAssumed","office":"listed-%2$d","person":"holder-%1$d","date":"%4$s",%6$s}
            {"type":"OfficeVacated","office":"listed-%2$d","person":"holder-%1$d","date":"%5$s","reason":"end of term",%6$s}
            """;

    private HolderList() {}

    static void write(Path file, long facts) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (long holder = 0; holder < facts / FACTS_OF_A_HOLDER; holder++) {
                lines.write(holder(holder));
            }
        }
    }

    private static String holder(long number) {
        LocalDate begin = FIRST.plusDays(number % HOLDERS_OF_AN_OFFICE * DAYS_OF_A_TENURE);
        return HOLDER.formatted(
                number,
                number / HOLDERS_OF_AN_OFFICE,
                begin.minusDays(DAYS_BEFORE_OFFICE),
                begin,
                begin.plusDays(DAYS_OF_A_TENURE),
                "\"sources\":[{\"title\":\"A list of office holders\",\"author\":\"An Author\",\"year\":%d}]"
                        .formatted(1900 + number % 100));
    }
}
