package dev.annals.bench.suite.peer;

import dev.annals.bench.suite.work.Facts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * What the facts come to, and questions with their answers, as files for who reads neither: an
 * office, a person, the first day and the day after the last, between tabs.
 */
record Tenures(Path tenures, Path questions) {

    private static final int QUESTIONS = 10_000;
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    static Tenures write(Path folder, int facts) throws IOException {
        Path tenures = folder.resolve("tenures.tsv");
        try (BufferedWriter lines = Files.newBufferedWriter(tenures)) {
            for (long fact = 0; fact < facts; fact++) {
                long next = fact + Facts.OFFICES;
                LocalDate until = next < facts ? Facts.date(next) : FOR_EVER;
                line(lines, Facts.office(fact), Facts.person(fact), Facts.date(fact), until);
            }
        }
        Path questions = folder.resolve("questions.tsv");
        Random random = new Random(8);
        try (BufferedWriter lines = Files.newBufferedWriter(questions)) {
            for (int i = 0; i < QUESTIONS; i++) {
                Facts.Question question = Facts.question(random, facts);
                line(lines, question.office(), question.person(), question.on(), question.on());
            }
        }
        return new Tenures(tenures, questions);
    }

    private static void line(
            BufferedWriter lines, String office, String person, LocalDate on, LocalDate until)
            throws IOException {
        lines.write(String.join("\t", office, person, on.toString(), until.toString()));
        lines.newLine();
    }
}
