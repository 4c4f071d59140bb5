package dev.annals.web;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses who takes nothing: every media type that Accept names has {@code q=0}. */
public class NothingTaken {

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        if (Representation.accepts(request::getAcceptableMediaTypes).stream()
                .noneMatch(Representation::isTaken)) {
            throw new NotAcceptableException();
        }
    }
}
