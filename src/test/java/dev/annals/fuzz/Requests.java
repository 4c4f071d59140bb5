package dev.annals.fuzz;

import static dev.annals.fuzz.Hostile.any;

import dev.annals.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes requests with hostile methods, paths, queries and headers. */
final class Requests {

    private static final List<String> METHODS =
            List.of(
                    "GET",
                    "HEAD",
                    "PUT",
                    "POST",
                    "DELETE",
                    "PATCH",
                    "OPTIONS",
                    "TRACE",
                    "PROPFIND",
                    "get",
                    "Post",
                    "FOO",
                    "M-SEARCH",
                    "QUERY");

    private static final List<String> ACCEPTS =
            List.of(
                    "*/*",
                    "application/json",
                    "text/event-stream",
                    "application/x-ndjson",
                    "text/csv",
                    "text/html",
                    "text/event-stream;q=0.5, application/json",
                    "application/json;q=0",
                    "nonsense",
                    "a/b/c",
                    "*/json",
                    ";;;",
                    ",",
                    "text/*",
                    "application/json;q=abc",
                    "application/json;q=99",
                    "a/b;".repeat(500),
                    "\u00ff/\u00fe");

    private static final List<String> HEADERS =
            List.of(
                    "If-None-Match: *",
                    "If-None-Match: \"",
                    "If-None-Match: W/",
                    "If-None-Match: ,,,",
                    "If-Match: *",
                    "If-Match: \"x\"",
                    "If-Match:",
                    "Range: bytes=0-0",
                    "Range: bytes=-1",
                    "Range: bytes=9-1,,",
                    "Range: lines=1-2",
                    "If-Modified-Since: yesterday",
                    "If-Range: x",
                    "Content-Type: nonsense",
                    "Content-Type: application/json; charset=nonsense",
                    "Content-Type: application/json\r\nContent-Type: text/plain",
                    "Content-Type:",
                    "Content-Type: multipart/form-data",
                    "Content-Type: multipart/form-data; boundary=x",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Encoding: gzip",
                    "Content-Encoding: br, gzip",
                    "Accept-Encoding: gzip",
                    "Accept-Encoding: gzip;q=x",
                    "Accept-Encoding: identity;q=0, *;q=0",
                    "Accept-Encoding: ,,;",
                    "Accept-Language: xx-\u00ff",
                    "Accept-Charset: utf-99",
                    "Authorization: Bearer",
                    "Authorization: Basic %%%",
                    "Authorization: Bearer a b c",
                    "Authorization: Digest \"",
                    "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
                    "Authorization: Bearer " + "x".repeat(2_000),
                    "Cookie: a=b; ;;=; $Version=1",
                    "Origin: null",
                    "Origin: http://evil\"",
                    "Origin: http://a http://b",
                    "Origin: http://evil\r\nAccess-Control-Request-Method: DELETE",
                    "Access-Control-Request-Headers: " + "a,".repeat(500),
                    "Expect: 200-ok",
                    "X-HTTP-Method-Override: DELETE",
                    "X-Forwarded-For: 127.0.0.1",
                    "X-Forwarded-Host: evil",
                    "Forwarded: for=\"[::\"",
                    "TE: trailers, gzip;q=1",
                    "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\nConnection: Upgrade, HTTP2-Settings",
                    "Upgrade: websocket\r\nConnection: Upgrade",
                    "Connection: close",
                    "Connection: keep-alive, Last-Event-ID",
                    "Max-Forwards: -1",
                    "Via: " + "a ".repeat(900),
                    "Host: evil",
                    "Host: 127.0.0.1:99999",
                    "Host: [::1]",
                    "Host: a:b:c",
                    "X: " + "y".repeat(4_000));

    /** Headers that the HTTP layer may refuse by itself. */
    private static final List<String> BELOW_HTTP =
            List.of(
                    "Host: evil\"host",
                    "Host: a\r\nHost: b",
                    "Host:",
                    "X: " + "y".repeat(70_000),
                    "Bad Name: x",
                    "X\u0000: y",
                    "X: a\u0000b",
                    "no colon",
                    ": no name",
                    "X: a\u0001b");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private static final Map<String, List<String>> KNOWN =
            Map.of(
                    "office", List.of("premier-of-the-soviet-union", "o-1"),
                    "person", List.of("joseph-stalin", "p-1"),
                    "place", List.of("lenins-mausoleum", "volgograd"),
                    "id", List.of("13b3ef17-ca38-5262-a4a7-fd335d3bcb75"),
                    "slug", List.of("not-found"),
                    "name",
                            List.of(
                                    "facts.csv",
                                    "popolo.json",
                                    "timelinejs.json",
                                    "calendar.ics",
                                    "graph.jsonld"));

    private final List<Endpoint> endpoints = Endpoint.all();
    private final List<String> timelines;

    /**
     * @param timelines that exist, to be asked about and not to be changed
     */
    Requests(List<String> timelines) {
        this.timelines = timelines;
    }

    /** Each endpoint in its turn; the rest as the random numbers will have it. */
    Input make(long seed) {
        Random random = new Random(seed);
        Endpoint endpoint = endpoints.get((int) Math.floorMod(seed, (long) endpoints.size()));
        String method = random.nextInt(3) == 0 ? any(METHODS, random) : "GET";
        boolean isHostilePath = random.nextInt(4) == 0;
        String target = path(endpoint, isHostilePath, random) + query(endpoint, random);
        List<String> headers = new ArrayList<>();
        boolean isBelow = headers(endpoint, headers, random);
        boolean hasBody = List.of("PUT", "POST", "PATCH").contains(method);
        return new Input(
                method + " " + endpoint.path(),
                method,
                target,
                headers,
                hasBody ? Optional.of(Wire.bytes("{}")) : Optional.empty(),
                isBelow || target.length() > 4_000);
    }

    private String path(Endpoint endpoint, boolean isHostile, Random random) {
        String path =
                PARAMETER
                        .matcher(endpoint.path())
                        .replaceAll(
                                m -> Matcher.quoteReplacement(part(m.group(1), isHostile, random)));
        return isHostile && random.nextInt(4) == 0
                ? path
                        + any(
                                List.of(
                                        "/", "//", "/..", "/.", "/%2e%2e", ";a=b", "/x", "%00", "?",
                                        "#a"),
                                random)
                : path;
    }

    private String part(String name, boolean isHostile, Random random) {
        if (isHostile && random.nextBoolean()) {
            String hostile = Hostile.encoded(random);
            return hostile.isEmpty() ? "%20" : hostile;
        }
        return name.equals("timeline")
                ? any(timelines, random)
                : any(KNOWN.getOrDefault(name, List.of("x")), random);
    }

    private static String query(Endpoint endpoint, Random random) {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(4); i > 0 && !endpoint.parameters().isEmpty(); i--) {
            String name = any(endpoint.parameters(), random);
            query.append(query.isEmpty() ? '?' : '&').append(name);
            switch (random.nextInt(12)) {
                case 0 -> query.append("[]=").append(Hostile.encoded(random));
                case 1 -> {} // no equals sign
                case 2 ->
                        query.append('=')
                                .append(likely(name))
                                .append('&')
                                .append(name)
                                .append('=')
                                .append(Hostile.encoded(random));
                case 3, 4, 5, 6 -> query.append('=').append(likely(name));
                default -> query.append('=').append(Hostile.encoded(random));
            }
        }
        return query.toString();
    }

    /** So that the other parameters are looked at as well. */
    private static String likely(String name) {
        return switch (name) {
            case "on" -> "1958-03-27";
            case "from" -> "1953";
            case "to" -> "1964";
            case "known", "known-from", "known-to", "limit", "after" -> "1";
            case "kind" -> "two-holders";
            case "type" -> "OfficeAssumed";
            case "subject" -> "person/joseph-stalin";
            case "duration" -> "PT1S";
            case "speed" -> "max";
            case "clock", "follow" -> "false";
            default -> "joseph-stalin";
        };
    }

    /**
     * @return whether one of them may be refused by the HTTP layer
     */
    private static boolean headers(Endpoint endpoint, List<String> headers, Random random) {
        if (random.nextInt(3) == 0) {
            headers.add("Accept: " + any(ACCEPTS, random));
        }
        for (String name : endpoint.headers()) {
            if (random.nextInt(4) == 0) {
                boolean hasAll = name.equals("If-None-Match") && random.nextBoolean();
                headers.add(name + ": " + (hasAll ? "*" : inHeader(Hostile.text(random))));
            }
        }
        if (random.nextInt(3) == 0) {
            headers.add(any(HEADERS, random));
        }
        if (random.nextInt(4) == 0) {
            headers.add("Authorization: Bearer " + TestDatabase.ALICE);
        }
        if (random.nextInt(40) == 0) {
            headers.add(any(BELOW_HTTP, random));
            return true;
        }
        return false;
    }

    /** What a header can hold of a text, its UTF-8 a character a byte. */
    private static String inHeader(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.ISO_8859_1).replaceAll("[\\x00-\\x1f\\x7f]", "?");
    }
}
