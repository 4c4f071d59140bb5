package dev.annals.formats.timelinejs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/** Writes HTML: whatever facts say stands in it as text. */
final class Html {

    private final StringBuilder html = new StringBuilder();

    /** What is shown as this text where HTML is read. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * For groups and shown dates: TimelineJS reads these as HTML twice, first to take the markup
     * away, then to show what is left.
     */
    static String escapedTwice(String text) {
        return escaped(escaped(text));
    }

    /** Paragraphs are parted by empty lines. */
    Html paragraphs(String text) {
        for (String paragraph : text.split("\\R{2,}")) {
            html.append("<p>").append(escaped(paragraph)).append("</p>");
        }
        return this;
    }

    /**
     * @param sources as they are answered
     */
    Html sources(Collection<JsonNode> sources) {
        if (!sources.isEmpty()) {
            html.append("<ul>");
            sources.forEach(this::source);
            html.append("</ul>");
        }
        return this;
    }

    private void source(JsonNode source) {
        String title = escaped(source.get("title").textValue());
        html.append("<li>");
        if (source.has("url")) {
            String url = escaped(source.get("url").textValue());
            html.append("<a href=\"").append(url).append("\">").append(title).append("</a>");
        } else {
            html.append(title);
        }
        for (String field : new String[] {"author", "year"}) {
            if (source.has(field)) {
                html.append(", ").append(escaped(source.get(field).asText()));
            }
        }
        if (source.has("quote")) {
            html.append("<blockquote>")
                    .append(escaped(source.get("quote").textValue()))
                    .append("</blockquote>");
        }
        html.append("</li>");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
