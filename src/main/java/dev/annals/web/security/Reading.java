package dev.annals.web.security;

import io.quarkus.runtime.Startup;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Reading is open to all, unless the operator has closed it: then every resource that is not marked
 * as open to all needs a token.
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

    /** Runs for each resource, so that none is forgotten, whatever its address looked like. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Uni<Void> admit(ResourceInfo resource) {
        return !closed || resource.getResourceClass().isAnnotationPresent(PermitAll.class)
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

    /** What was not meant for all is not kept where others may find it. */
    @ServerResponseFilter
    public void keepPrivate(ContainerResponseContext response) {
        if (closed) {
            String caching = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
            if (caching == null || !caching.contains("no-store")) {
                response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, isPrivate(caching));
            }
        }
    }

    private static String isPrivate(String caching) {
        return caching == null ? "private" : "private, " + caching.replace("public, ", "");
    }
}
