package dev.annals.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose JWTs an operator may say are taken. */
class IssuerTest {

    private static Optional<Issuer> configured(String... settings) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i], settings[i + 1]);
        }
        var source = new PropertiesConfigSource(properties, "test", 100);
        return Issuer.configured(new SmallRyeConfigBuilder().withSources(source).build());
    }

    private static void refused(String message, String... settings) {
        assertThatThrownBy(() -> configured(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ANNALS_")
                .hasMessageContaining(message);
    }

    @Test
    void nothing_set_is_no_issuer() {
        assertThat(configured()).isEmpty();
        assertThat(configured("annals.jwt-issuer", " ", "annals.jwt-keys", "")).isEmpty();
    }

    @Test
    void half_a_configuration_is_refused() {
        refused("together; only ANNALS_JWT_ISSUER is", "annals.jwt-issuer", "https://i");
        refused("together; only ANNALS_JWT_KEYS is", "annals.jwt-keys", "keys.pem");
        refused("needs ANNALS_JWT_ISSUER", "annals.jwt-audience", "annals");
    }

    @Test
    void keys_are_at_a_url_or_in_a_file() {
        for (String url :
                new String[] {"http:///keys", "https://user:secret@host/", "http://a b/"}) {
            refused("must be an http", "annals.jwt-issuer", "i", "annals.jwt-keys", url);
        }
        assertThat(keys("https://issuer.example/keys")).isInstanceOf(KeyLocation.Served.class);
        assertThat(keys("file:///etc/keys.pem")).isEqualTo(keys("/etc/keys.pem"));
        assertThat(keys("keys.pem")).isInstanceOf(KeyLocation.Kept.class);
    }

    private static KeyLocation keys(String where) {
        return configured("annals.jwt-issuer", "i", "annals.jwt-keys", where).orElseThrow().keys();
    }

    @Test
    void one_of_several_audiences_will_do() {
        Issuer issuer =
                configured(
                                "annals.jwt-issuer", "i",
                                "annals.jwt-keys", "k",
                                "annals.jwt-audience", "annals, history")
                        .orElseThrow();
        assertThat(issuer.audience()).contains(Set.of("annals", "history"));
    }
}
