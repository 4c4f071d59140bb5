package dev.annals.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of what the page is made of, as the page names them. */
public final class PageFiles {

    private static final String ADDRESS = "\"(/static/bundle/[^\"]+\\.%s)\"";

    private PageFiles() {}

    public static String script() {
        return named("js");
    }

    public static String styles() {
        return named("css");
    }

    private static String named(String ending) {
        String page = Client.get("/").expect(200).text();
        Matcher found = Pattern.compile(ADDRESS.formatted(ending)).matcher(page);
        if (!found.find()) {
            throw new AssertionError("the page names no ." + ending + " file: " + page);
        }
        return found.group(1);
    }
}
