package dev.annals.boot;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Turns {@code annals.database-url} into what each of the database clients wants to be told. */
public final class DatabaseUrlConfig implements ConfigSourceFactory {

    private static final int ORDINAL = 275; // over application.properties, under system properties

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue url = context.getValue("annals.database-url");
        return url == null || url.getValue() == null || url.getValue().isBlank()
                ? List.of()
                : List.of(source(DatabaseUrl.parse(url.getValue())));
    }

    private static ConfigSource source(DatabaseUrl url) {
        return new PropertiesConfigSource(
                Map.of(
                        "quarkus.datasource.username", url.user(),
                        "quarkus.datasource.password", url.password(),
                        "quarkus.datasource.jdbc.url", url.jdbc(),
                        "quarkus.datasource.reactive.url", url.reactive()),
                "annals.database-url",
                ORDINAL);
    }
}
