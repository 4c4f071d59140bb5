package dev.annals.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as they stand in JSON: UTC, always six digits of a second. */
public final class Instants {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Instants() {}

    public static String text(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
