package dev.annals.web.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * Whose JWTs are taken.
 *
 * @param name the exact {@code iss}
 * @param keys where the public keys are
 * @param audience of which a token must name one; empty: a token for anyone is taken
 */
record Issuer(String name, KeyLocation keys, Optional<Set<String>> audience) {

    /**
     * As configured by this service's own settings. MicroProfile JWT's are left alone, since the
     * framework sets some of them itself when it runs for development.
     *
     * @return empty if none is configured: then no JWT is ever accepted
     * @throws IllegalArgumentException if only half of it is configured
     */
    static Optional<Issuer> configured(Config config) {
        Optional<String> name = setting(config, "annals.jwt-issuer");
        Optional<String> keys = setting(config, "annals.jwt-keys");
        Optional<Set<String>> audience =
                setting(config, "annals.jwt-audience")
                        .map(text -> Set.copyOf(List.of(text.split("\\s*,\\s*"))));
        if (name.isPresent() != keys.isPresent()) {
            throw new IllegalArgumentException(
                    "ANNALS_JWT_ISSUER and ANNALS_JWT_KEYS must be set together; only "
                            + (name.isPresent() ? "ANNALS_JWT_ISSUER" : "ANNALS_JWT_KEYS")
                            + " is");
        }
        if (name.isEmpty() && audience.isPresent()) {
            throw new IllegalArgumentException(
                    "ANNALS_JWT_AUDIENCE needs ANNALS_JWT_ISSUER and ANNALS_JWT_KEYS");
        }
        return name.map(iss -> new Issuer(iss, KeyLocation.of(keys.get()), audience));
    }

    private static Optional<String> setting(Config config, String name) {
        return config.getOptionalValue(name, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
