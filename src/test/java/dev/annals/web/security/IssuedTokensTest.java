package dev.annals.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.LogReading;
import dev.annals.testing.RunningService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** JWTs of the configured issuer are taken, and no others. */
@QuarkusTest
@RunningService
@WithTestResource(KeyServer.class)
class IssuedTokensTest {

    private final String timeline = Client.timeline();

    @BeforeEach
    void publish() {
        Issuing.publish();
    }

    private Answer append(String token) {
        return Client.append(timeline, Facts.event("x"), token);
    }

    private void refused(String token, String detail) {
        Answer answer = append(token);
        assertThat(answer.problem(401, "unauthorized").get("detail").asText()).contains(detail);
        assertThat(answer.header("www-authenticate"))
                .isEqualTo("Bearer realm=\"annals\", error=\"invalid_token\"");
        assertThat(Client.ask(timeline, "facts").get("head").asInt()).isZero();
    }

    private void refused(Consumer<JwtClaims> change, String detail) {
        JwtClaims claims = Signer.claims("recorder");
        change.accept(claims);
        refused(Issuing.RSA.sign(claims), detail);
    }

    static Stream<Signer> signers() {
        return Stream.of(
                Issuing.RSA,
                Issuing.RSA.as("RS512"),
                Issuing.RSA.as("PS256"),
                Issuing.EC,
                Issuing.EC_384,
                Issuing.ED);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void a_token_of_the_issuer_writes_under_its_name(Signer signer) {
        append(signer.sign(Signer.claims("recorder"))).expect(201);
        assertThat(LogReading.facts(timeline).getFirst().get("recordedBy").asText())
                .isEqualTo("ann");
    }

    @Test
    void the_name_is_upn_else_preferred_username_else_sub() {
        JwtClaims claims = Signer.claims("recorder");
        claims.setStringClaim("preferred_username", "preferred");
        append(Issuing.RSA.sign(claims)).expect(201);
        claims.setStringClaim("upn", "upn@issuer.example");
        append(Issuing.RSA.sign(claims)).expect(201);
        assertThat(LogReading.facts(timeline))
                .extracting(fact -> fact.get("recordedBy").asText())
                .containsExactly("preferred", "upn@issuer.example");
    }

    @Test
    void configured_tokens_count_as_before() {
        Client.append(timeline, Facts.event("x")).expect(201);
    }

    @Test
    void a_little_skew_of_clocks_is_forgiven() {
        JwtClaims claims = Signer.claims("recorder");
        claims.setIssuedAt(NumericDate.fromSeconds(0));
        claims.setExpirationTimeMinutesInTheFuture(-0.5f);
        append(Issuing.RSA.sign(claims)).expect(201);
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setNotBeforeMinutesInThePast(-0.5f);
        append(Issuing.RSA.sign(claims)).expect(201);
    }

    @Test
    void the_issuer_must_be_the_one_configured() {
        refused(claims -> claims.setIssuer("https://issuer.example/"), "another issuer");
        refused(claims -> claims.setIssuer("https://evil.example"), "another issuer");
        refused(claims -> claims.unsetClaim("iss"), "not name its issuer");
    }

    @Test
    void a_token_expires() {
        refused(
                claims -> {
                    claims.setIssuedAt(NumericDate.fromSeconds(0));
                    claims.setExpirationTimeMinutesInTheFuture(-2);
                },
                "expired");
        refused(claims -> claims.unsetClaim("exp"), "not say when");
    }

    @Test
    void a_token_counts_from_its_time_on() {
        refused(claims -> claims.setNotBeforeMinutesInThePast(-3), "not valid yet");
    }

    @Test
    void a_token_for_others_is_not_taken() {
        refused(claims -> claims.setAudience("payroll"), "another audience");
        refused(claims -> claims.unsetClaim("aud"), "not name its audience");
    }

    @Test
    void a_token_must_name_someone() {
        refused(claims -> claims.unsetClaim("sub"), "names nobody");
        refused(claims -> claims.setSubject(" "), "names nobody");
        refused(claims -> claims.setSubject("x".repeat(501)), "names nobody");
        refused(claims -> claims.setSubject("a\0b"), "no text");
        String half = Signer.claims("recorder").toJson().replace("ann\"", "a\\ud800b\"");
        refused(Issuing.RSA.sign(half), "no text");
        refused(claims -> claims.setClaim("upn", List.of("a")), "wrong type");
        refused(claims -> claims.setClaim("groups", 7), "wrong type");
    }

    @Test
    void a_token_signed_by_another_is_not_taken() {
        Signer thief = Signer.rsa(Issuing.RSA.key().getKeyId());
        refused(thief.sign(Signer.claims("recorder")), "not known");
        refused(Signer.rsa("elsewhere").sign(Signer.claims("recorder")), "not signed with a key");
    }

    @Test
    void a_token_without_a_signature_is_not_taken() {
        String payload = base64(Signer.claims("recorder").toJson());
        for (String algorithm : List.of("none", "None", "NONE", "")) {
            refused(base64("{\"alg\":\"" + algorithm + "\"}") + "." + payload + ".", "not known");
        }
        refused(base64("{}") + "." + payload + ".", "not known");
        String signed = Issuing.token("recorder");
        refused(signed.substring(0, signed.lastIndexOf('.') + 1), "not known");
    }

    static Stream<Arguments> publicKeys() {
        PublicKey key = Issuing.RSA.key().getPublicKey();
        String pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END PUBLIC KEY-----\n";
        return Stream.of(
                Arguments.of("DER", key.getEncoded()),
                Arguments.of("PEM", pem.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whoever has the public key would be the issuer, if it were taken for a shared secret. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("publicKeys")
    void the_public_key_is_no_shared_secret(String form, byte[] secret) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("HS256");
        signature.setKeyIdHeaderValue(Issuing.RSA.key().getKeyId());
        signature.setKey(new HmacKey(secret));
        signature.setPayload(Signer.claims("recorder").toJson());
        refused(Signer.serialized(signature), "not known");
    }

    @Test
    void what_was_signed_cannot_be_changed() {
        String[] parts = Issuing.token().split("\\.");
        String promoted = base64(Signer.claims("recorder", "curator").toJson());
        refused(parts[0] + "." + promoted + "." + parts[2], "not known");
    }

    @Test
    void what_only_looks_like_a_token_is_not_taken() {
        refused("a.b.c", "not known");
        refused("..", "not known");
        refused("a.b.c.d.e", "not known");
        String deep = "[".repeat(2_000) + "]".repeat(2_000);
        refused(base64(deep) + ".e30.AAAA", "not known");
        refused(Issuing.RSA.sign("{\"a\":" + deep + "}"), "the token");
        refused(Issuing.RSA.sign("no claims"), "not known");
    }

    @Test
    void a_very_long_token_is_not_even_looked_at() {
        JwtClaims claims = Signer.claims("recorder");
        claims.setStringClaim("x", "x".repeat(6_500));
        refused(Issuing.RSA.sign(claims), "not known");
    }

    @Test
    void unknown_keys_make_nobody_hammer_the_key_server() {
        append(Issuing.token("recorder")).expect(201);
        int before = Issuing.fetched();
        for (int i = 0; i < 200; i++) {
            String token = new Signer(Issuing.RSA.key(), "RS256").sign(Signer.claims("recorder"));
            String header = base64("{\"alg\":\"RS256\",\"kid\":\"unknown-" + i + "\"}");
            append(header + token.substring(token.indexOf('.'))).problem(401, "unauthorized");
        }
        assertThat(Issuing.fetched() - before).isBetween(0, 2);
        append(Issuing.token("recorder")).expect(201);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
