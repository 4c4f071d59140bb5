package dev.annals.web;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.testing.Client;
import java.util.ArrayList;
import java.util.List;

/** Facts that may contradict each other, and conflicts in few words. */
final class ConflictWords {

    private ConflictWords() {}

    static ObjectNode died(String date) {
        return fact("PersonDied", "person", "stalin", "date", date);
    }

    static ObjectNode tookOffice(String date) {
        return assumed("premier", "stalin", date);
    }

    static ObjectNode seats(int seats) {
        return fact("OfficeDescribed", "office", "premier", "title", "Premier").put("seats", seats);
    }

    /** Kind, days apart, and what else the claims differ in. */
    static List<String> in(String timeline, String query) {
        List<String> found = new ArrayList<>();
        for (JsonNode conflict : Client.ask(timeline, "conflicts" + query).get("conflicts")) {
            JsonNode apart = conflict.get("apart");
            StringBuilder words = new StringBuilder(conflict.get("kind").textValue());
            words.append(' ').append(apart.get("days"));
            for (String field : List.of("people", "places", "names")) {
                apart.get(field).forEach(slug -> words.append(' ').append(slug.textValue()));
            }
            found.add(words.toString());
        }
        return found;
    }
}
