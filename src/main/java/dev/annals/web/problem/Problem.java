package dev.annals.web.problem;

import dev.annals.json.Json;
import dev.annals.json.Violation;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * Why there is no answer, as RFC 9457 has it.
 *
 * @param status the type's, or another of its class that the framework gave
 * @param violations for facts that are not acceptable
 * @param conflicting positions, for a condition that failed
 */
public record Problem(
        ProblemType type,
        int status,
        String detail,
        Optional<List<Violation>> violations,
        Optional<List<Long>> conflicting) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int RETRY_AFTER_SECONDS = 1;

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, type.status(), detail, Optional.empty(), Optional.empty());
    }

    public static Problem invalid(ProblemType type, List<Violation> violations) {
        String detail = violations.size() == 1 ? "1 violation" : violations.size() + " violations";
        return new Problem(type, type.status(), detail, Optional.of(violations), Optional.empty());
    }

    public static Problem conflict(List<Long> conflicting) {
        return new Problem(
                ProblemType.CONDITION_FAILED,
                ProblemType.CONDITION_FAILED.status(),
                "facts that touch what the condition names were appended after its position",
                Optional.empty(),
                Optional.of(conflicting));
    }

    public Problem withStatus(int other) {
        return new Problem(type, other, detail, violations, conflicting);
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    public Response response() {
        Response.ResponseBuilder response =
                Response.status(status)
                        .type(MEDIA_TYPE)
                        .header("Cache-Control", "no-store")
                        .entity(json());
        if (status == 401) {
            response.header("WWW-Authenticate", "Bearer realm=\"annals\"");
        }
        if (status == 503) {
            response.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        return response.build();
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
