package dev.annals.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Words of a command line as they stand in addresses. */
final class Words {

    private Words() {}

    static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
