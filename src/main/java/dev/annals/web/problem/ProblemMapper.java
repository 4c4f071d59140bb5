package dev.annals.web.problem;

import dev.annals.log.PassingTrouble;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever was thrown into a problem: the one switch between Java and HTTP. */
public class ProblemMapper {

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return e.problem().response();
    }

    @ServerExceptionMapper(priority = 1)
    public Response unauthorized(UnauthorizedException e) {
        return Problem.of(ProblemType.UNAUTHORIZED, "no token was sent").response();
    }

    @ServerExceptionMapper(priority = 1)
    public Response unauthorized(AuthenticationFailedException e) {
        return Problem.of(ProblemType.UNAUTHORIZED, "the token is not known").response();
    }

    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException e) {
        return Problem.of(ProblemType.FORBIDDEN, "the token has no right to this").response();
    }

    /** The framework's own refusals: no such path, method, representation or media type. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        ProblemType type = ProblemType.of(status);
        Response problem = Problem.of(type, type.title()).withStatus(status).response();
        Object allow = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? problem
                : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
    }

    /** The client has left in the middle of its body: nobody reads the answer. */
    @ServerExceptionMapper
    public Response left(HttpClosedException e) {
        return Problem.of(ProblemType.of(400), "the body breaks off").response();
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
        return Problem.of(ProblemType.INTERNAL_ERROR, "the service failed").response();
    }
}
