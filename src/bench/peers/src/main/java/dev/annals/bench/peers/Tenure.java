package dev.annals.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Who held an office from a day on, or on a day: a line of a file that the suite has written.
 *
 * @param until exclusive; the day itself where it is a question
 */
record Tenure(String office, String person, LocalDate on, LocalDate until) {

    static List<Tenure> read(String file) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.map(line -> line.split("\t"))
                    .map(
                            fields ->
                                    new Tenure(
                                            fields[0],
                                            fields[1],
                                            LocalDate.parse(fields[2]),
                                            LocalDate.parse(fields[3])))
                    .toList();
        }
    }
}
