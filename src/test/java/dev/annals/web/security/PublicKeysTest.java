package dev.annals.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which an issuer publishes keys, and which of them may have signed a token. */
class PublicKeysTest {

    private static final Signer ONE = Signer.rsa("one");
    private static final Signer TWO = Signer.rsa("two");
    private static final Signer EC = Signer.make("ec", "ES256");

    private static String pem(Signer signer) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(signer.key().getPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static JsonWebSignature token(Signer signer, String id) throws JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(signer.algorithm());
        if (id != null) {
            token.setKeyIdHeaderValue(id);
        }
        return token;
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "ES384", "EdDSA"})
    void a_key_is_read_from_pem_and_fits_whatever_id_a_token_names(String algorithm)
            throws JoseException {
        Signer signer = Signer.make("x", algorithm);
        PublicKeys keys = PublicKeys.parse(pem(signer));
        assertThat(keys.fitting(token(signer, "any"))).containsExactly(signer.key().getPublicKey());
        assertThat(keys.fitting(token(signer, null))).hasSize(1);
    }

    @Test
    void a_single_key_is_read_from_json() throws JoseException {
        String json = EC.key().toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        assertThat(PublicKeys.parse(json).fitting(token(EC, "ec"))).hasSize(1);
    }

    @Test
    void of_a_set_the_key_of_the_id_and_the_kind_fits() throws JoseException {
        PublicKeys keys = PublicKeys.parse(Signer.published(ONE, TWO, EC));
        assertThat(keys.fitting(token(TWO, "two"))).containsExactly(TWO.key().getPublicKey());
        assertThat(keys.fitting(token(ONE, null))).hasSize(2);
        assertThat(keys.fitting(token(EC, "two"))).isEmpty();
        assertThat(keys.fitting(token(ONE, "three"))).isEmpty();
    }

    @Test
    void a_key_for_encryption_or_another_algorithm_does_not_fit() throws JoseException {
        Signer sealing = Signer.rsa("x");
        sealing.key().setUse("enc");
        assertThat(PublicKeys.parse(Signer.published(sealing)).fitting(token(sealing, "x")))
                .isEmpty();
        Signer other = Signer.rsa("x");
        other.key().setAlgorithm("PS256");
        assertThat(PublicKeys.parse(Signer.published(other)).fitting(token(other, "x"))).isEmpty();
    }

    @Test
    void a_shared_secret_is_no_public_key() throws JoseException {
        String secret = "{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"" + "A".repeat(43) + "\"}";
        assertThatThrownBy(() -> PublicKeys.parse("{\"keys\":[" + secret + "]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("holds no public key");
        String published = Signer.published(ONE).replaceFirst("\\[", "[" + secret + ",");
        assertThat(PublicKeys.parse(published).keys()).hasSize(1);
    }

    @Test
    void what_is_no_key_is_refused() {
        for (String text :
                List.of("", "{", "{}", "[]", "<html>", "{\"keys\": 1}", "{\"keys\": []}", "\0")) {
            assertThatThrownBy(() -> PublicKeys.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        String secret = pem(ONE).replace("PUBLIC KEY", "PRIVATE KEY");
        assertThatThrownBy(() -> PublicKeys.parse(secret))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
