package dev.annals.web.security;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.SimpleJwkFilter;
import org.jose4j.jwk.Use;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.JoseException;

/**
 * The keys that an issuer publishes. Secret ones are left out: who verifies must not be able to
 * sign.
 */
record PublicKeys(List<JsonWebKey> keys) {

    private static final List<String> KINDS = List.of("RSA", "EC", "EdDSA");
    private static final boolean OMITTED_OKAY = SimpleJwkFilter.OMITTED_OKAY;

    PublicKeys {
        keys = keys.stream().filter(PublicJsonWebKey.class::isInstance).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("holds no public key");
        }
    }

    /**
     * @param text a JWK set, a JWK, a public key in PEM or a certificate in PEM
     * @throws IllegalArgumentException if it is none of these, or holds no public key
     */
    static PublicKeys parse(String text) {
        String stripped = text.strip();
        try {
            if (stripped.startsWith("{")) {
                return new PublicKeys(jwks(stripped));
            }
            return new PublicKeys(List.of(PublicJsonWebKey.Factory.newPublicJwk(pem(stripped))));
        } catch (JoseException | GeneralSecurityException | ClassCastException _) {
            throw new IllegalArgumentException("is neither a JWK set nor a public key in PEM");
        }
    }

    private static List<JsonWebKey> jwks(String json) throws JoseException {
        return json.contains("\"" + JsonWebKeySet.JWK_SET_MEMBER_NAME + "\"")
                ? new JsonWebKeySet(json).getJsonWebKeys()
                : List.of(JsonWebKey.Factory.newJwk(json));
    }

    private static PublicKey pem(String pem) throws GeneralSecurityException {
        if (pem.startsWith("-----BEGIN CERTIFICATE-----")) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .getPublicKey();
        }
        String base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "");
        X509EncodedKeySpec encoded = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        GeneralSecurityException failure = new GeneralSecurityException();
        for (String kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePublic(encoded);
            } catch (GeneralSecurityException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** Those that may have signed a token: of its id, if both have one, and of its algorithm. */
    List<PublicKey> fitting(JsonWebSignature token) {
        SimpleJwkFilter filter = new SimpleJwkFilter();
        filter.setKty(keyType(token));
        filter.setUse(Use.SIGNATURE, OMITTED_OKAY);
        filter.setAlg(token.getAlgorithmHeaderValue(), OMITTED_OKAY);
        if (token.getKeyIdHeaderValue() != null) {
            filter.setKid(token.getKeyIdHeaderValue(), OMITTED_OKAY);
        }
        return filter.filter(keys).stream()
                .map(key -> ((PublicJsonWebKey) key).getPublicKey())
                .toList();
    }

    private static String keyType(JsonWebSignature token) {
        try {
            return token.getKeyType();
        } catch (InvalidAlgorithmException _) {
            return "none";
        }
    }
}
