package dev.annals.domain.date;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of one file in {@code edtf/}, each by the names of its columns. */
record Suite(String name, List<Row> rows) {

    record Row(Map<String, String> cells) {

        String input() {
            return cell("input");
        }

        boolean isValid() {
            return switch (cell("verdict")) {
                case "valid" -> true;
                case "invalid" -> false;
                default -> throw new IllegalArgumentException("no verdict in " + cells);
            };
        }

        String cell(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        @Override
        public String toString() {
            return input();
        }
    }

    static Suite load(String name) {
        List<String> lines = text("/edtf/" + name + ".tsv").lines().toList();
        String[] columns = lines.getFirst().split("\t", -1);
        return new Suite(name, lines.stream().skip(1).map(line -> row(columns, line)).toList());
    }

    private static Row row(String[] columns, String line) {
        String[] values = line.split("\t", -1);
        if (values.length > columns.length) {
            throw new IllegalArgumentException("more cells than columns: " + line);
        }
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            cells.put(columns[i], i < values.length ? values[i] : "");
        }
        return new Row(cells);
    }

    private static String text(String resource) {
        try (InputStream in = Suite.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
