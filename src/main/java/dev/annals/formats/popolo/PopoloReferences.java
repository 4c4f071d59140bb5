package dev.annals.formats.popolo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.formats.LeftOut;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes what points elsewhere: sources, links and identifiers. */
final class PopoloReferences {

    private static final Pattern WIKIDATA =
            Pattern.compile("(?i)https?://(?:www\\.)?wikidata\\.org/(?:wiki|entity)/(Q[1-9]\\d*)");

    /** A Popolo link. */
    private record Link(String url, String note) {}

    private final JsonGenerator out;
    private final LeftOut leftOut;

    PopoloReferences(JsonGenerator out, LeftOut leftOut) {
        this.out = out;
        this.leftOut = leftOut;
    }

    /** Those with an address; a Popolo source is nothing else. */
    void sources(Iterable<JsonNode> lists) throws IOException {
        Set<Link> links = new LinkedHashSet<>();
        for (JsonNode list : lists) {
            for (JsonNode source : list) {
                if (source.has("url")) {
                    links.add(new Link(source.get("url").textValue(), note(source)));
                } else {
                    leftOut.add("sources without url");
                }
                if (source.has("quote")) {
                    leftOut.add("sources/quote");
                }
            }
        }
        write("sources", links);
    }

    private static String note(JsonNode source) {
        StringBuilder note = new StringBuilder(source.get("title").textValue());
        for (String field : new String[] {"author", "year"}) {
            if (source.has(field)) {
                note.append(", ").append(source.get(field).asText());
            }
        }
        return note.toString();
    }

    /** Wikidata's items as identifiers, other addresses of the same thing as links. */
    void sameAs(JsonNode addresses) throws IOException {
        Set<String> items = new LinkedHashSet<>();
        Set<Link> links = new LinkedHashSet<>();
        for (JsonNode address : addresses) {
            Matcher wikidata = WIKIDATA.matcher(address.textValue());
            if (wikidata.matches()) {
                items.add(wikidata.group(1));
            } else {
                links.add(new Link(address.textValue(), null));
            }
        }
        if (!items.isEmpty()) {
            out.writeArrayFieldStart("identifiers");
            for (String item : items) {
                out.writeStartObject();
                out.writeStringField("scheme", "wikidata");
                out.writeStringField("identifier", item);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        write("links", links);
    }

    private void write(String field, Set<Link> links) throws IOException {
        if (links.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart(field);
        for (Link link : links) {
            out.writeStartObject();
            out.writeStringField("url", link.url());
            if (link.note() != null) {
                out.writeStringField("note", link.note());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
