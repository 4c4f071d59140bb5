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

    private record Written(Instant instant, String text) {}

    private static volatile Written lastWritten =
            new Written(Instant.EPOCH, MICROSECONDS.format(Instant.EPOCH));

    private Instants() {}

    public static String text(Instant instant) {
        Written last = lastWritten; // the facts of one append are recorded at the same instant
        if (!last.instant().equals(instant)) {
            last = new Written(instant, MICROSECONDS.format(instant));
            lastWritten = last;
        }
        return last.text();
    }
}
