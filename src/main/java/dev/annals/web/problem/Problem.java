package dev.annals.web.problem;

import dev.annals.json.Json;
import dev.annals.json.Violation;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why there is no answer, as RFC 9457 has it.
 *
 * @param status the type's, or another of its class that the framework gave
 * @param violations for facts that are not acceptable
 * @param conflicting positions, for a condition that failed
 * @param challenge what WWW-Authenticate says beside the scheme and the realm (RFC 6750, 3)
 */
public record Problem(
        ProblemType type,
        int status,
        String detail,
        Optional<List<Violation>> violations,
        Optional<List<Long>> conflicting,
        Optional<String> challenge) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int RETRY_AFTER_SECONDS = 1;

    private static final String REALM = "Bearer realm=\"annals\"";

    public static Problem of(ProblemType type, String detail) {
        return new Problem(
                type, type.status(), detail, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** For a status that the framework gave, and nothing else to tell. */
    public static Problem of(int status) {
        ProblemType type = ProblemType.of(status);
        return of(type, type.title()).withStatus(status);
    }

    public static Problem invalid(ProblemType type, List<Violation> violations) {
        String detail = violations.size() == 1 ? "1 violation" : violations.size() + " violations";
        return of(type, detail).with(violations);
    }

    public static Problem conflict(List<Long> conflicting) {
        return new Problem(
                ProblemType.CONDITION_FAILED,
                ProblemType.CONDITION_FAILED.status(),
                "facts that touch what the condition names were appended after its position",
                Optional.empty(),
                Optional.of(conflicting),
                Optional.empty());
    }

    /** A token came, but is none of those that count. */
    public static Problem invalidToken(String detail) {
        return of(ProblemType.UNAUTHORIZED, detail).challenging("error=\"invalid_token\"");
    }

    /**
     * @param roles of which the caller lacks each, and needs one
     */
    public static Problem forbidden(List<String> roles) {
        return of(ProblemType.FORBIDDEN, "this needs the role " + String.join(" or ", roles))
                .challenging(
                        "error=\"insufficient_scope\", scope=\"" + String.join(" ", roles) + "\"");
    }

    public Problem with(List<Violation> found) {
        return new Problem(type, status, detail, Optional.of(found), conflicting, challenge);
    }

    public Problem withStatus(int other) {
        return new Problem(type, other, detail, violations, conflicting, challenge);
    }

    private Problem challenging(String parameters) {
        return new Problem(type, status, detail, violations, conflicting, Optional.of(parameters));
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    public Response response() {
        Response.ResponseBuilder response = Response.status(status).entity(json());
        headers().forEach(response::header);
        return response.build();
    }

    /** Answers where no resource does. */
    public void send(HttpServerResponse response) {
        response.setStatusCode(status);
        headers().forEach(response::putHeader);
        response.end(json());
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", MEDIA_TYPE);
        headers.put("Cache-Control", "no-store");
        if (status == 401 || challenge.isPresent()) {
            headers.put("WWW-Authenticate", REALM + challenge.map(c -> ", " + c).orElse(""));
        }
        if (status == 503) {
            headers.put("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
        }
        return headers;
    }

    public String json() {
        return Json.write(
                out -> {
                    out.writeStartObject();
                    out.writeStringField("type", type.uri());
                    out.writeStringField("title", type.title());
                    out.writeNumberField("status", status);
                    out.writeStringField("detail", detail);
                    if (violations.isPresent()) {
                        out.writeArrayFieldStart("violations");
                        for (Violation violation : violations.get()) {
                            out.writeStartObject();
                            out.writeStringField("pointer", violation.pointer());
                            out.writeStringField("message", violation.message());
                            out.writeEndObject();
                        }
                        out.writeEndArray();
                    }
                    if (conflicting.isPresent()) {
                        out.writeArrayFieldStart("conflicting");
                        for (long position : conflicting.get()) {
                            out.writeNumber(position);
                        }
                        out.writeEndArray();
                    }
                    out.writeEndObject();
                });
    }
}
