package dev.annals.boot;

import java.util.Locale;
import java.util.Optional;

/**
 * A setting that is needed before there is a configuration to ask: a system property, or else the
 * environment variable of that name in capitals. A blank one counts as not set.
 */
record Setting(String property) {

    static final Setting DATA = new Setting("annals.data");
    static final Setting DATABASE_URL = new Setting("annals.database-url");
    static final Setting WRITE_TOKENS = new Setting("annals.write-tokens");
    static final Setting PORT = new Setting("quarkus.http.port");

    Optional<String> find() {
        return Optional.ofNullable(System.getProperty(property))
                .or(() -> Optional.ofNullable(System.getenv(variable())))
                .filter(value -> !value.isBlank());
    }

    /** What the rest of the service then reads, in the place of anything configured. */
    void settle(String value) {
        System.setProperty(property, value);
    }

    private String variable() {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
