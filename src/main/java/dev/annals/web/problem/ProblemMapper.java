package dev.annals.web.problem;

import dev.annals.log.OutdatedNode;
import dev.annals.log.PassingTrouble;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever was thrown into a problem: the one switch between Java and HTTP. */
public class ProblemMapper {

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return e.problem().response();
    }

    private final Failures failures;

    ProblemMapper(Failures failures) {
        this.failures = failures;
    }

    @ServerExceptionMapper(priority = 1)
    public Response unauthorized(UnauthorizedException e) {
        return Problem.of(ProblemType.UNAUTHORIZED, "no token was sent").response();
    }

    @ServerExceptionMapper(priority = 1)
    public Response unauthorized(AuthenticationFailedException e) {
        return Problem.invalidToken("the token is not known").response();
    }

    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException e, ResourceInfo resource) {
        RolesAllowed roles = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        return Problem.forbidden(List.of(roles.value())).response();
    }

    /** The framework's own refusals: no such path, method, representation or media type. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException e) {
        Response problem = Problem.of(e.getResponse().getStatus()).response();
        Object allow = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? problem
                : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
    }

    /** The client has left in the middle of its body: nobody reads the answer. */
    @ServerExceptionMapper
    public Response left(HttpClosedException e) {
        return Problem.of(ProblemType.MALFORMED_REQUEST, "the body breaks off").response();
    }

    @ServerExceptionMapper
    public Response outdated(OutdatedNode e) {
        return Problem.of(ProblemType.UNAVAILABLE, e.getMessage()).response();
    }

    /** Said to many at once, and no news to the log. */
    @ServerExceptionMapper
    public Response queued(ConnectionPoolTooBusyException e) {
        return Problem.of(ProblemType.UNAVAILABLE, "too many wait for the database").response();
    }

    @ServerExceptionMapper
    public Response failed(Throwable e) {
        if (PassingTrouble.is(e)) {
            Log.warnf("the database cannot be reached: %s", e);
            return Problem.of(ProblemType.UNAVAILABLE, "the database cannot be reached").response();
        }
        Log.error("a request failed", e);
        failures.count();
        return Problem.of(ProblemType.INTERNAL_ERROR, "the service failed").response();
    }
}
