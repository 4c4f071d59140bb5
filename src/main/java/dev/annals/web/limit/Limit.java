package dev.annals.web.limit;

import java.util.Locale;

/** What a request can be too many for: the words of the metric. */
public enum Limit {
    REQUESTS,
    BODIES,
    STREAMS,
    IMPORTS,
    /** What waits to be appended, or to be previewed. */
    APPENDS,
    /** Whatever comes while the service stops. */
    STOPPING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
