package dev.annals.web.security;

import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key pair that signs JWTs. */
record Signer(PublicJsonWebKey key, String algorithm) {

    static Signer rsa(String id) {
        return make(id, "RS256");
    }

    static Signer make(String id, String algorithm) {
        try {
            PublicJsonWebKey key =
                    switch (algorithm) {
                        case "ES256" -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
                        case "ES384" -> EcJwkGenerator.generateJwk(EllipticCurves.P384);
                        case "EdDSA" -> OkpJwkGenerator.generateJwk("Ed25519");
                        default -> RsaJwkGenerator.generateJwk(2048);
                    };
            key.setKeyId(id);
            return new Signer(key, algorithm);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    Signer as(String other) {
        return new Signer(key, other);
    }

    /** The public halves, as an issuer publishes them. */
    static String published(Signer... signers) {
        return new JsonWebKeySet(List.of(signers).stream().map(Signer::key).toList())
                .toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    String sign(JwtClaims claims) {
        return sign(claims.toJson());
    }

    String sign(String payload) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(payload);
        return serialized(signature);
    }

    static String serialized(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the issuer of the tests says of ann, with these roles. */
    static JwtClaims claims(String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(KeyServer.ISSUER);
        claims.setAudience(KeyServer.AUDIENCE);
        claims.setSubject("ann");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringListClaim("groups", roles);
        return claims;
    }
}
