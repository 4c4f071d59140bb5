package dev.annals.bench.suite.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The result as a picture: a bar for each median, a line from the least to the most. */
public final class Plot {

    private static final int WIDTH = 900;
    private static final int LEFT = 290;
    private static final int RIGHT = 190;
    private static final int ROW = 20;
    private static final int BAR = 12;

    private static final Map<String, String> COLOURS =
            Map.of("ANNALS", "#b3261e", "ITSELF", "#e0a19c", "LIMIT", "#9aa0a6", "PEER", "#3b6ea5");

    private Plot() {}

    public static String of(List<Summary> summaries) {
        Map<String, List<Summary>> panels = new LinkedHashMap<>();
        for (Summary summary : summaries) {
            panels.computeIfAbsent(
                            summary.work() + ": " + summary.figure().unit(), _ -> new ArrayList<>())
                    .add(summary);
        }
        StringBuilder body = new StringBuilder();
        int y = ROW;
        for (Map.Entry<String, List<Summary>> panel : panels.entrySet()) {
            body.append(text(8, y, "start", "font-weight=\"bold\"", panel.getKey()));
            y += ROW / 2;
            double most = panel.getValue().stream().mapToDouble(Summary::most).max().orElseThrow();
            for (Summary summary : panel.getValue()) {
                body.append(bar(summary, y, (WIDTH - LEFT - RIGHT) / most));
                y += ROW;
            }
            y += ROW * 3 / 2;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                %3$s</svg>
                """
                .formatted(WIDTH, y, body);
    }

    private static String bar(Summary summary, int y, double scale) {
        double middle = y + ROW / 2.0;
        return text(LEFT - 8, y + 14, "end", "", summary.contestant())
                + svg(
                        "<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                        LEFT,
                        middle - BAR / 2.0,
                        summary.median() * scale,
                        BAR,
                        COLOURS.get(summary.kind()))
                + svg(
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"black\"/>%n",
                        LEFT + summary.least() * scale,
                        LEFT + summary.most() * scale,
                        middle,
                        middle)
                + text(
                        (int) (LEFT + summary.most() * scale) + 8,
                        y + 14,
                        "start",
                        "",
                        label(summary));
    }

    private static String label(Summary summary) {
        String median = Table.number(summary.median());
        return summary.ratio().isEmpty()
                ? median
                : median + svg("  (ratio %.2f)", summary.ratio().getAsDouble());
    }

    private static String text(int x, int y, String anchor, String more, String text) {
        return svg(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" %s>%s</text>%n",
                x, y, anchor, more, text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static String svg(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
