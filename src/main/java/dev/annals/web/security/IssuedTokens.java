package dev.annals.web.security;

import dev.annals.web.problem.Problem;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * Takes JWTs that the configured issuer has signed. What is wrong with one is told without its
 * text, and never passed on as a cause, whose message may quote it.
 */
@Startup
@ApplicationScoped
public class IssuedTokens {

    private static final int MOST_CHARACTERS = 8_192;
    private static final int LONGEST_NAME = 500;
    private static final String NOT_KNOWN = "the token is not known";

    private static final Map<Integer, String> REASONS =
            Map.of(
                    ErrorCodes.EXPIRED, "the token has expired",
                    ErrorCodes.EXPIRATION_MISSING, "the token does not say when it expires",
                    ErrorCodes.NOT_YET_VALID, "the token is not valid yet",
                    ErrorCodes.ISSUER_INVALID, "the token is of another issuer",
                    ErrorCodes.ISSUER_MISSING, "the token does not name its issuer",
                    ErrorCodes.AUDIENCE_INVALID, "the token is for another audience",
                    ErrorCodes.AUDIENCE_MISSING, "the token does not name its audience");

    /** Of key pairs: with a shared secret, who can verify a token could also sign one. */
    private static final Set<SignatureAlgorithm> ASYMMETRIC =
            EnumSet.allOf(SignatureAlgorithm.class).stream()
                    .filter(algorithm -> !algorithm.getAlgorithm().startsWith("HS"))
                    .collect(Collectors.toUnmodifiableSet());

    private final JWTParser parser;
    private final JWTAuthContextInfo settings;
    private final Optional<Issuer> issuer;
    private final Optional<IssuerKeys> keys;

    IssuedTokens(JWTParser parser, JWTAuthContextInfo settings, Config config) {
        this.parser = parser;
        this.settings = settings;
        this.issuer = Issuer.configured(config);
        this.keys = issuer.map(i -> new IssuerKeys(keysAt(i.keys()), System::nanoTime));
    }

    private static Uni<PublicKeys> keysAt(KeyLocation location) {
        if (location instanceof KeyLocation.Kept kept) {
            check(kept);
        }
        return location.read().map(PublicKeys::parse);
    }

    private static void check(KeyLocation.Kept kept) {
        try {
            PublicKeys.parse(kept.text());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "ANNALS_JWT_KEYS: the file " + kept.file() + " " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "ANNALS_JWT_KEYS: the file cannot be read: " + e.getCause());
        }
    }

    /** Whom a token stands for; fails with a problem if for nobody, or if that cannot be told. */
    Uni<Caller> caller(String token) {
        Optional<JsonWebSignature> signature = signature(token);
        if (keys.isEmpty() || signature.isEmpty()) {
            return Uni.createFrom().failure(Problem.invalidToken(NOT_KNOWN).exception());
        }
        Uni<List<PublicKey>> fitting = keys.get().fitting(signature.get());
        return backHere(fitting).map(candidates -> verified(token, candidates));
    }

    /** The keys may come on another thread; the request goes on where it was. */
    private static <T> Uni<T> backHere(Uni<T> uni) {
        Context here = Vertx.currentContext();
        return here == null ? uni : uni.emitOn(command -> here.runOnContext(_ -> command.run()));
    }

    private static Optional<JsonWebSignature> signature(String token) {
        JsonWebSignature signature = new JsonWebSignature();
        try {
            if (token.length() <= MOST_CHARACTERS) {
                signature.setCompactSerialization(token);
                String algorithm = signature.getAlgorithmHeaderValue();
                return ASYMMETRIC.stream().anyMatch(a -> a.getAlgorithm().equals(algorithm))
                        ? Optional.of(signature)
                        : Optional.empty();
            }
        } catch (JoseException | RuntimeException _) {
            // not a signed JWT, and said so below
        }
        return Optional.empty();
    }

    private Caller verified(String token, List<PublicKey> candidates) {
        String reason = "the token is not signed with a key of the issuer";
        for (PublicKey key : candidates) {
            try {
                JsonWebToken verified = parser.parse(token, settings(key));
                return new Caller(name(verified), roles(verified));
            } catch (ParseException e) {
                reason = reason(e);
            } catch (IllegalArgumentException e) {
                reason = e.getMessage();
            } catch (ClassCastException _) {
                reason = "the token has a claim of the wrong type";
            }
        }
        throw Problem.invalidToken(reason).exception();
    }

    private JWTAuthContextInfo settings(PublicKey key) {
        JWTAuthContextInfo all = new JWTAuthContextInfo(settings);
        all.setPublicKeyLocation(null);
        all.setPublicKeyContent(null);
        all.setPublicVerificationKey(key);
        all.setSignatureAlgorithm(ASYMMETRIC);
        all.setRequireNamedPrincipal(false); // asked below, with the other rules of names
        all.setIssuedBy(issuer.orElseThrow().name());
        all.setExpectedAudience(issuer.orElseThrow().audience().orElse(null));
        return all;
    }

    private static String reason(ParseException e) {
        return e.getCause() instanceof InvalidJwtException invalid
                ? invalid.getErrorDetails().stream()
                        .flatMap(
                                error ->
                                        Optional.ofNullable(REASONS.get(error.getErrorCode()))
                                                .stream())
                        .findFirst()
                        .orElse(NOT_KNOWN)
                : NOT_KNOWN;
    }

    private static String name(JsonWebToken token) {
        String name = token.getName();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the token names nobody");
        }
        boolean isText =
                name.chars().noneMatch(Character::isISOControl)
                        && StandardCharsets.UTF_8.newEncoder().canEncode(name);
        if (!isText) {
            throw new IllegalArgumentException("the token has a name that is no text");
        }
        return name;
    }

    private static Set<String> roles(JsonWebToken token) {
        return token.getGroups().stream()
                .filter(Roles.ALL::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}
