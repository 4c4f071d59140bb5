package dev.annals.web.security;

import dev.annals.web.problem.Problem;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Knows a caller by {@code Authorization: Bearer} and one of the configured tokens, which have all
 * roles, or a JWT of the configured issuer. The one place that reads this header.
 */
@ApplicationScoped
public class BearerTokens implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer ";

    private final WriteTokens written;
    private final IssuedTokens issued;

    BearerTokens(WriteTokens written, IssuedTokens issued) {
        this.written = written;
        this.issued = issued;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager providers) {
        List<String> headers = context.request().headers().getAll("Authorization");
        if (headers.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return headers.size() > 1
                ? refused("there is more than one Authorization header")
                : bearer(headers.getFirst())
                        .map(this::caller)
                        .orElseGet(() -> refused("expected Authorization: Bearer and a token"))
                        .map(BearerTokens::identity);
    }

    private static Optional<String> bearer(String header) {
        return Optional.of(header)
                .filter(h -> h.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(h -> h.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty());
    }

    private Uni<Caller> caller(String token) {
        return written.nameOf(token)
                .map(name -> Uni.createFrom().item(new Caller(name, Roles.ALL)))
                .orElseGet(() -> issued.caller(token));
    }

    private static <T> Uni<T> refused(String detail) {
        return Uni.createFrom().failure(Problem.invalidToken(detail).exception());
    }

    private static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.name()))
                .addRoles(caller.roles())
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"annals\""));
    }
}
