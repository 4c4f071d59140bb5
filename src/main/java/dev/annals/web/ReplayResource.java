package dev.annals.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.date.Day;
import dev.annals.domain.date.EdtfDate;
import dev.annals.json.Json;
import dev.annals.queries.Asked;
import dev.annals.queries.Extent;
import dev.annals.queries.KnownAt;
import dev.annals.queries.SpanRow;
import dev.annals.replay.Cursor;
import dev.annals.replay.Pace;
import dev.annals.replay.Range;
import dev.annals.replay.Replay;
import dev.annals.replay.ReplayEvent;
import dev.annals.replay.ReplayPlan;
import dev.annals.web.answer.SpanJson;
import dev.annals.web.stream.EventStream;
import dev.annals.web.stream.OpenStreams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Plays history as a stream of events. */
@Cancellable(false)
@Path("/timelines/{timeline}/replay")
public class ReplayResource {

    private static final Duration STANDARD_DURATION = Duration.ofMinutes(1);

    /** Where a replay of nothing begins and ends. */
    private static final Day NO_DAY = Day.of(LocalDate.EPOCH);

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,15})?");

    private final Answers answers;
    private final Extent extent;
    private final Replay replay;
    private final OpenStreams streams;

    ReplayResource(Answers answers, Extent extent, Replay replay, OpenStreams streams) {
        this.answers = answers;
        this.extent = extent;
        this.replay = replay;
        this.streams = streams;
    }

    /** The query, with what it leaves out still open. */
    private record Query(
            Optional<EdtfDate> from,
            Optional<EdtfDate> to,
            Pace pace,
            boolean ticks,
            boolean follows) {}

    @GET
    @Produces(EventStream.MEDIA_TYPE)
    public Uni<Response> replay(
            @PathParam("timeline") String timeline,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context UriInfo uri) {
        Params params = new Params(uri);
        params.range("from", "to");
        Query query =
                new Query(
                        params.optionalDate("from"),
                        params.optionalDate("to"),
                        pace(params),
                        params.flag("clock", true),
                        params.flag("follow", false));
        Optional<Cursor> resumed =
                Optional.ofNullable(lastEventId)
                        .map(id -> Params.parse("Last-Event-ID", id, Cursor::parse));
        Asked asked =
                resumed.<Asked>map(c -> new Asked.AtPosition(c.known())).orElse(params.known());
        streams.checkRoom();
        return answers.known(timeline, asked).chain(known -> replay(known, query, resumed));
    }

    private Uni<Response> replay(KnownAt known, Query query, Optional<Cursor> resumed) {
        if (resumed.filter(c -> !(c instanceof Cursor.At)).isPresent() && !query.follows()) {
            return Uni.createFrom().item(Response.noContent().build());
        }
        return extent.of(known)
                .chain(
                        days -> {
                            Range range = range(query, days);
                            ReplayPlan plan =
                                    new ReplayPlan(
                                            range, query.pace(), query.ticks(), query.follows());
                            Day start = range.isFromTheStart() ? Day.BEFORE_ALL : range.from();
                            Cursor from = resumed.orElse(new Cursor.At(known.position(), start, 0));
                            return replay.play(known, plan, from);
                        })
                .map(
                        events ->
                                EventStream.response(
                                        events.orElseThrow(
                                                        () ->
                                                                Params.wrong(
                                                                        "Last-Event-ID",
                                                                        "names no fact of this replay"))
                                                .map(ReplayResource::piece)));
    }

    /** The days asked for; what is left out are the timeline's own. */
    private static Range range(Query query, Extent.Days days) {
        Optional<Day> from = query.from().map(d -> d.bounds().earliest()).filter(Day::isBounded);
        Optional<Day> to = query.to().map(d -> d.bounds().latest()).filter(Day::isBounded);
        Day first = from.or(days::first).or(() -> to).orElse(NO_DAY);
        Day last = to.or(days::last).orElse(first);
        boolean isBackwards = last.isBefore(first);
        return isBackwards && from.isPresent()
                ? new Range(first, first, false, to.isEmpty())
                : new Range(isBackwards ? last : first, last, from.isEmpty(), to.isEmpty());
    }

    private static Pace pace(Params params) {
        Optional<String> duration = params.text("duration");
        Optional<String> speed = params.text("speed");
        if (duration.isPresent() && speed.isPresent()) {
            throw Params.wrong("speed", "cannot be given with duration");
        }
        if (speed.isPresent()) {
            return Params.parse("speed", speed.get(), ReplayResource::speed);
        }
        return duration.map(d -> Params.parse("duration", d, ReplayResource::within))
                .orElse(new Pace.Within(STANDARD_DURATION));
    }

    private static Pace speed(String text) {
        if (text.equals("max")) {
            return new Pace.Max();
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("expected days a second, above zero, or max");
        }
        return new Pace.Speed(Double.parseDouble(text));
    }

    private static Pace within(String text) {
        try {
            return new Pace.Within(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException _) {
            throw new IllegalArgumentException("expected an ISO 8601 duration such as PT2M");
        }
    }

    private static Buffer piece(List<ReplayEvent> events) {
        StringBuilder piece = new StringBuilder();
        for (ReplayEvent event : events) {
            String id = event.cursor().toString();
            switch (event) {
                case ReplayEvent.FactPlayed fact ->
                        EventStream.append(piece, id, "fact", Json.write(out -> fact(out, fact)));
                case ReplayEvent.ClockTicked clock ->
                        EventStream.append(
                                piece, id, "clock", Json.write(out -> date(out, clock.day())));
                case ReplayEvent.Ended end ->
                        EventStream.append(
                                piece, id, "end", Json.write(out -> date(out, end.day())));
            }
        }
        return EventStream.piece(piece);
    }

    private static void date(JsonGenerator out, Day day) throws IOException {
        out.writeStartObject();
        Json.writeDay(out, "date", day);
        out.writeEndObject();
    }

    private static void fact(JsonGenerator out, ReplayEvent.FactPlayed played) throws IOException {
        out.writeStartObject();
        Json.writeDay(out, "date", played.day());
        Json.writeRaw(out, "fact", played.fact());
        spans(out, "ended", played.ended());
        spans(out, "began", played.began());
        out.writeEndObject();
    }

    private static void spans(JsonGenerator out, String field, List<SpanRow> spans)
            throws IOException {
        out.writeArrayFieldStart(field);
        SpanJson json = new SpanJson(out, Optional.empty());
        for (SpanRow span : spans) {
            json.span(span);
        }
        out.writeEndArray();
    }
}
