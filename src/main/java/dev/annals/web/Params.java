package dev.annals.web;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.DateSyntaxException;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Slug;
import dev.annals.queries.Asked;
import dev.annals.queries.Spans.Narrowing;
import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemException;
import dev.annals.web.problem.ProblemType;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The parameters of a request; a missing or malformed one is a problem that names it. */
public final class Params {

    private static final Pattern RFC_3339 =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})",
                    Pattern.CASE_INSENSITIVE);

    private final MultivaluedMap<String, String> values;

    public Params(UriInfo uri) {
        try {
            this.values = uri.getQueryParameters();
        } catch (HttpException _) {
            throw wrong("the query", "is not percent-encoded UTF-8");
        }
    }

    public Optional<String> text(String name) {
        Optional<String> text = Optional.ofNullable(values.getFirst(name));
        if (text.filter(t -> t.indexOf('\0') >= 0).isPresent()) {
            throw wrong(name, "holds the character U+0000");
        }
        return text;
    }

    public EdtfDate date(String name) {
        return optionalDate(name).orElseThrow(() -> wrong(name, "is missing: give an EDTF date"));
    }

    public Optional<EdtfDate> optionalDate(String name) {
        return text(name).map(value -> parse(name, value, EdtfDate::parse));
    }

    public Optional<Slug> slug(String name) {
        return text(name).map(value -> parse(name, value, Slug::new));
    }

    /** To the office, person and place that are given. */
    public Narrowing narrowing() {
        return new Narrowing(slug("office"), slug("person"), slug("place"));
    }

    /** A position of the log. */
    public Optional<Long> position(String name) {
        return text(name).map(value -> number(name, value, 0, Long.MAX_VALUE));
    }

    public int limit(int standard, int most) {
        return text("limit").map(value -> (int) number("limit", value, 1, most)).orElse(standard);
    }

    public boolean flag(String name, boolean standard) {
        return text(name)
                .map(
                        value ->
                                switch (value) {
                                    case "true" -> true;
                                    case "false" -> false;
                                    default -> throw wrong(name, "expected true or false");
                                })
                .orElse(standard);
    }

    /** As of when the question is asked: a position, an instant, or the head if nothing is said. */
    public Asked known() {
        return known("known").orElse(new Asked.AtHead());
    }

    private static Asked known(String name, String value) {
        return isDigits(value)
                ? new Asked.AtPosition(number(name, value, 0, Long.MAX_VALUE))
                : new Asked.AtInstant(instant(name, value));
    }

    /** A plus sign that was not encoded arrives as a blank. */
    private static Instant instant(String name, String value) {
        String instant = value.replace(' ', '+');
        try {
            if (RFC_3339.matcher(instant).matches()) {
                return OffsetDateTime.parse(instant).toInstant();
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw wrong(name, "expected a position or an instant such as 2026-11-22T12:00:00Z");
    }

    /** From one date's earliest day to another's latest; a date left out leaves its side open. */
    public Optional<Bounds> range(String from, String to) {
        Optional<EdtfDate> first = optionalDate(from);
        Optional<EdtfDate> last = optionalDate(to);
        if (first.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        var earliest = first.map(d -> d.bounds().earliest()).orElse(Bounds.NONE.earliest());
        var latest = last.map(d -> d.bounds().latest()).orElse(Bounds.NONE.latest());
        if (latest.isBefore(earliest)) {
            throw wrong(to, "comes before " + from);
        }
        return Optional.of(new Bounds(earliest, latest));
    }

    /** A place in an order, as an answer gave it: {@link #opaque} made it. */
    public <T> Optional<T> place(String name, Function<String, T> parser) {
        return text(name)
                .map(
                        value -> {
                            try {
                                byte[] text = Base64.getUrlDecoder().decode(value);
                                return parser.apply(new String(text, StandardCharsets.UTF_8));
                            } catch (IllegalArgumentException _) {
                                throw wrong(name, "expected what an answer gave as next");
                            }
                        });
    }

    /** A place in an order, in a form that nobody is tempted to read. */
    public static String opaque(Object place) {
        byte[] text = place.toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** As of when, by another name than {@code known}; empty if nothing is said. */
    public Optional<Asked> known(String name) {
        return text(name).map(value -> known(name, value));
    }

    /** A position that did not come in the query. */
    public static long position(String name, String value) {
        return number(name, value.strip(), 0, Long.MAX_VALUE);
    }

    private static boolean isDigits(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static long number(String name, String value, long least, long most) {
        try {
            long number = isDigits(value) ? Long.parseLong(value) : -1;
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw wrong(
                name,
                most == Long.MAX_VALUE
                        ? "expected a whole number, " + least + " or more"
                        : "expected a whole number from " + least + " to " + most);
    }

    /** Parses a value with a parser that throws {@link IllegalArgumentException}. */
    public static <T> T parse(String name, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (DateSyntaxException e) {
            throw wrong(name, "is not an EDTF date: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw wrong(name, e.getMessage());
        }
    }

    public static ProblemException wrong(String name, String message) {
        return Problem.of(ProblemType.INVALID_PARAMETER, name + " " + message).exception();
    }
}
