package dev.annals.formats.popolo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.formats.LeftOut;
import dev.annals.json.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The addresses that an element is known by elsewhere: its Wikidata item first, then its links. */
final class SameAs {

    private static final String WIKIDATA = "http://www.wikidata.org/entity/";

    private SameAs() {}

    static List<String> of(Element element, LeftOut leftOut) {
        Set<String> addresses = new LinkedHashSet<>();
        boolean otherIdentifiers = false;
        boolean otherLinks = false;
        for (JsonNode identifier : element.objects("identifiers")) {
            String text = identifier.path("identifier").asText("");
            boolean isItem =
                    identifier.path("scheme").asText("").equalsIgnoreCase("wikidata")
                            && text.matches("Q[0-9]{1,20}");
            if (isItem) {
                addresses.add(WIKIDATA + text);
            }
            otherIdentifiers |= !isItem;
        }
        for (JsonNode link : element.objects("links")) {
            String url = link.path("url").asText("");
            boolean isAddress =
                    Texts.isWebAddress(url) && Texts.problem(url, Texts.TEXT_LENGTH).isEmpty();
            if (isAddress) {
                addresses.add(url);
            }
            otherLinks |= !isAddress;
        }
        String list = element.kind().list();
        if (otherIdentifiers) {
            leftOut.add(list + "/identifiers (other than Wikidata's)");
        }
        if (otherLinks) {
            leftOut.add(list + "/links (no web addresses)");
        }
        return new ArrayList<>(addresses);
    }
}
