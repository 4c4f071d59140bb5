package dev.annals.bench.suite.report;

import java.util.List;
import java.util.Locale;

/** The result for readers, as Markdown that is legible as it is. */
public final class Table {

    private static final String HEAD =
            "| %-44s | %12s | %25s | %6s | %s%n"
                            .formatted("who", "median", "least to most", "ratio", "verdict |")
                    + "| "
                    + "-".repeat(44)
                    + " | "
                    + "-".repeat(11)
                    + ": | "
                    + "-".repeat(24)
                    + ": | -----: | --- |\n";

    private Table() {}

    public static String of(List<Summary> summaries, List<String> absent) {
        StringBuilder text = new StringBuilder();
        String title = "";
        for (Summary summary : summaries) {
            String next = summary.work() + ": " + summary.figure().unit();
            if (!next.equals(title)) {
                text.append("\n### ").append(next).append("\n\n").append(HEAD);
                title = next;
            }
            text.append(row(summary));
        }
        if (!absent.isEmpty()) {
            text.append("\n### absent\n\n");
            absent.forEach(reason -> text.append("- ").append(reason).append('\n'));
        }
        return text.toString();
    }

    private static String row(Summary summary) {
        return String.format(
                Locale.ROOT,
                "| %-44s | %12s | %25s | %6s | %s |%n",
                summary.kind().equals("LIMIT")
                        ? "(limit) " + summary.contestant()
                        : summary.contestant(),
                number(summary.median()),
                number(summary.least()) + " to " + number(summary.most()),
                summary.ratio().isPresent()
                        ? String.format(Locale.ROOT, "%.2f", summary.ratio().getAsDouble())
                        : "",
                summary.verdict());
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%,.1f" : "%,.0f", value);
    }
}
