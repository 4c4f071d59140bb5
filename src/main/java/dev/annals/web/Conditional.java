package dev.annals.web;

import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;

/** What a client already has, and in which encoding it takes what it has not. */
final class Conditional {

    private Conditional() {}

    /**
     * Whether the client has what the tag names, so that 304 says enough. If-None-Match compares
     * weakly, since caches that recode weaken tags (RFC 9110, 13.1.2).
     *
     * @throws dev.annals.web.problem.ProblemException if the client wants nothing but what it named
     *     in If-Match, and this is not it
     */
    static boolean isUnchanged(HttpHeaders headers, EntityTag tag) {
        String wanted = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (wanted != null && !names(wanted, tag, false)) {
            throw Problem.of(ProblemType.PRECONDITION_FAILED, "the tag is " + quoted(tag))
                    .exception();
        }
        String had = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return had != null && names(had, tag, true);
    }

    private static boolean names(String header, EntityTag tag, boolean weakly) {
        for (String candidate : header.split(",")) {
            String stripped = candidate.strip();
            String opaque = weakly ? stripped.replaceFirst("^W/", "") : stripped;
            if (opaque.equals("*") || opaque.equals(quoted(tag))) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(EntityTag tag) {
        return '"' + tag.getValue() + '"';
    }

    /** What tells the tags of two encodings apart. */
    static String encodingMark(HttpHeaders headers) {
        return takesGzip(headers) ? "-gzip" : "";
    }

    /** Whether the answer will be compressed: by name, or by {@code *} if gzip is not named. */
    private static boolean takesGzip(HttpHeaders headers) {
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
