package dev.annals.web.security;

import io.quarkus.runtime.Startup;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reading is open to all, unless the operator has closed it: then it needs a token like writing.
 */
@Startup
@ApplicationScoped
public class Reading {

    private final boolean closed;
    private final CurrentIdentityAssociation identities;

    Reading(
            @ConfigProperty(name = "annals.read", defaultValue = "open") String read,
            CurrentIdentityAssociation identities) {
        this.closed = isClosed(read);
        this.identities = identities;
    }

    private static boolean isClosed(String read) {
        return switch (read) {
            case "open" -> false;
            case "closed" -> true;
            default -> throw new IllegalArgumentException("ANNALS_READ must be open or closed");
        };
    }

    public boolean isClosed() {
        return closed;
    }

    @ServerRequestFilter
    public Uni<Void> admit(ContainerRequestContext request) {
        boolean isOpen = !closed || !request.getUriInfo().getPath().startsWith("/timelines");
        return isOpen
                ? Uni.createFrom().voidItem()
                : identities
                        .getDeferredIdentity()
                        .invoke(
                                identity -> {
                                    if (identity.isAnonymous()) {
                                        throw new UnauthorizedException();
                                    }
                                })
                        .replaceWithVoid();
    }
}
