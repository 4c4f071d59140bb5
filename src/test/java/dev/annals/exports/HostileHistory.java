package dev.annals.exports;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.fact;
import static dev.annals.testing.Facts.named;
import static dev.annals.testing.Facts.vacated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;

/** A history whose texts and dates are what writers of files get wrong. */
final class HostileHistory {

    static final String MARKUP = "<img src=x onerror=\"alert(1)\"><script>alert(1)</script> & &lt;";
    static final String LINES = "a,b;c:d\\e\t\"f\"\r\nBEGIN:VEVENT\n'g'\u2028\u2029\u0001 -->]]>";
    static final String LONG = "\uD83D\uDE00".repeat(500);
    static final String LINKED = "www.a'onmouseover='alert(1)'b =cmd|' /C calc'!A0";

    /** The dated facts among them that no calendar has days for. */
    static final int NO_DAYS = 6;

    private HostileHistory() {}

    /**
     * @return the id of a timeline of its own
     */
    static String timeline() {
        String timeline = Client.timeline();
        ObjectNode person = named("p", MARKUP).put("description", LINES);
        person.putArray("sameAs")
                .add("https://www.wikidata.org/wiki/Q855")
                .add("http://x.example/a'b");
        Client.append(
                        timeline,
                        Facts.list(
                                sourced(person),
                                fact("OfficeDescribed", "office", "o", "title", LINES)
                                        .put("organization", MARKUP),
                                fact("OfficeDescribed", "office", "o-2", "title", MARKUP)
                                        .put("organization", LONG)
                                        .put("seats", 0),
                                fact("PlaceDescribed", "place", "l", "name", LONG)
                                        .put("latitude", -0.5)
                                        .put("longitude", 180),
                                fact("PersonBorn", "person", "p", "date", "Y-17000"),
                                fact("PersonDied", "person", "p", "date", "1970~", "place", "l"),
                                sourced(assumed("o", "p", "[1953..1964]")),
                                vacated("o", "p", "1964-10").put("reason", LINES),
                                sourced(assumed("o-2", "p-2", "195X").put("acting", true)),
                                assumed("o-2", "p", "-0044"),
                                fact("BodyRelocated", "person", "p", "to", "l", "date", "1971")
                                        .put("from", "l-2")
                                        .put("manner", MARKUP),
                                fact("PlaceRenamed", "place", "l", "to", MARKUP, "date", "1961~")
                                        .put("from", LINES),
                                sourced(event("<b>" + LONG.substring(0, 900), "1958-03-27")),
                                event(LINES, "[..1953]"),
                                event(MARKUP, "1953/.."),
                                event("year 0", "0000-02-29"),
                                event("far", "Y170000002"),
                                event("first", "0001-01-01"),
                                event("last", "9999-12-30"),
                                fact("OfficeEstablished", "office", "o", "date", "1900/1910"),
                                fact("OfficeAbolished", "office", "o", "date", "1991-12-26?")))
                .expect(201);
        return timeline;
    }

    private static ObjectNode event(String title, String date) {
        ObjectNode event = fact("EventOccurred", "title", title, "date", date).put("place", "l");
        event.putArray("people").add("p").add("p-2");
        event.putArray("offices").add("o");
        return event.put("description", LINKED).put("note", MARKUP + "\n\n" + LINES);
    }

    private static ObjectNode sourced(ObjectNode fact) {
        fact.putArray("sources")
                .addObject()
                .put("title", MARKUP)
                .put("author", LINES)
                .put("year", -44)
                .put("url", "https://x.example/?q='(a)&b=www.c'd#e")
                .put("quote", LINES);
        return fact;
    }
}
