package dev.annals.web.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The problems that this service answers with. A type's slug ends its URI. */
public enum ProblemType {
    MALFORMED_REQUEST(
            400,
            "The request cannot be read",
            "Its address, a header or the way that its body is sent is not proper HTTP."),
    MALFORMED_JSON(
            400,
            "The body is not JSON",
            "The body must be one JSON value in UTF-8, without a field twice in an object."),
    MALFORMED_FILE(
            400,
            "The file is not of that format",
            "An import needs a file of the format that its parameter names. The detail says what was expected and found. Nothing was appended."),
    INVALID_PARAMETER(
            400,
            "A parameter is missing or wrong",
            "The detail names the parameter, what was expected and what was found. Dates are EDTF, instants RFC 3339, offices, people and places slugs."),
    UNKNOWN_POSITION(
            400,
            "The log does not reach that far",
            "A position counts the facts of a timeline; the one asked for lies past its last fact."),
    UNAUTHORIZED(
            401,
            "A token is needed",
            "Send Authorization: Bearer and a token that this service knows. Writing always needs one; reading only where the operator closed it."),
    FORBIDDEN(
            403,
            "This token may not do that",
            "The token is known, but its roles do not include the one that the detail names. Plain facts and timelines need recorder, corrections and retractions curator. violations points at the first fact that may not be appended. Nothing was appended."),
    NOT_FOUND(404, "There is nothing here", "No resource has this address."),
    UNKNOWN_TIMELINE(
            404,
            "There is no such timeline",
            "Timelines are listed at /timelines and opened with PUT /timelines/{timeline}."),
    UNKNOWN_ENTITY(
            404,
            "No fact speaks of this entity",
            "As known at the position asked for, no fact of the timeline mentions this office, person or place."),
    UNKNOWN_FACT(
            404,
            "There is no such fact",
            "As known at the position asked for, no fact of the timeline has this id."),
    METHOD_NOT_ALLOWED(
            405,
            "This resource does not take that method",
            "The Allow header lists the methods that it takes."),
    NOT_ACCEPTABLE(
            406,
            "There is no such representation",
            "The Accept header allows none of the media types that this resource has."),
    TOO_SLOW(
            408,
            "The request does not come",
            "A request's head and its body each have to come within a time. Send it again."),
    ID_REUSED(
            409,
            "A fact with this id has another content",
            "Facts are never changed. An id that the timeline holds, or that the request has used before, came with another content. Append a FactCorrected to correct a fact."),
    CONDITION_FAILED(
            409,
            "Something was appended meanwhile",
            "Facts after the condition's position touch one of its subjects: conflicting lists their positions. Read them and decide again. Nothing was appended."),
    PRECONDITION_FAILED(
            412,
            "It is not what If-Match names",
            "The answer has another ETag than the ones that the request insists on."),
    TOO_LARGE(
            413,
            "The body is too large",
            "An append takes up to 10 MiB by default. Send less at a time."),
    ADDRESS_TOO_LONG(
            414,
            "The address is too long",
            "Shorten the query; what is meant to be kept belongs in a body."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has the wrong media type", "Send application/json."),
    INVALID_FACTS(
            422,
            "Some facts are not acceptable",
            "violations lists everything that is wrong, each with a JSON pointer into the body. Nothing was appended."),
    HEADERS_TOO_LARGE(
            431,
            "The headers are too large",
            "All headers of a request together have a limit. A token or a cookie may be too long."),
    INTERNAL_ERROR(
            500,
            "Something went wrong here",
            "The service failed. The log of the service says more. An append that was answered like this may have happened: send it again with the same ids, and it lands once."),
    UNAVAILABLE(
            503,
            "Not now",
            "The service is overloaded, is stopping, or cannot reach its database or the keys of the tokens' issuer. Try again after the seconds that Retry-After names. An append may be sent again with the same ids: it lands once.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What it means and what to do, for the type's own page. */
    public String explanation() {
        return explanation;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type's URI, relative to this service, where its page is. */
    public String uri() {
        return "/problems/" + slug();
    }

    public static Optional<ProblemType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The general type for a status that the framework gave. */
    public static ProblemType of(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> TOO_SLOW;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> TOO_LARGE;
            case 414 -> ADDRESS_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL_ERROR : MALFORMED_REQUEST;
        };
    }
}
