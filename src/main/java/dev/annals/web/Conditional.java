package dev.annals.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;

/** What a client already has, and in which encoding it takes what it has not. */
final class Conditional {

    private Conditional() {}

    /**
     * Whether If-None-Match names the tag: weakly, since caches that recode weaken tags (RFC 9110,
     * 13.1.2). A mere {@code *} does not say what the client has.
     */
    static boolean has(HttpHeaders headers, EntityTag tag) {
        String header = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (header == null) {
            return false;
        }
        String quoted = '"' + tag.getValue() + '"';
        for (String candidate : header.split(",")) {
            String opaque = candidate.strip().replaceFirst("^W/", "");
            if (opaque.equals(quoted)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the answer will be compressed: by name, or by {@code *} if gzip is not named. */
    static boolean takesGzip(HttpHeaders headers) {
        String header = headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        if (header == null) {
            return false;
        }
        boolean takesAny = false;
        for (String candidate : header.split(",")) {
            String[] parts = candidate.strip().split(";", 2);
            boolean isRefused = parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?");
            if (parts[0].strip().equalsIgnoreCase("gzip")) {
                return !isRefused;
            }
            takesAny |= parts[0].strip().equals("*") && !isRefused;
        }
        return takesAny;
    }
}
