package dev.annals.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Subject;
import dev.annals.json.FactReader;
import dev.annals.json.Json;
import dev.annals.log.FactInLog;
import dev.annals.log.LogEntry;
import dev.annals.log.LogFilter;
import dev.annals.log.LogPage;
import dev.annals.log.LogReader;
import dev.annals.log.Tails;
import dev.annals.queries.Asked;
import dev.annals.queries.KnownAt;
import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import dev.annals.web.stream.EventStream;
import dev.annals.web.stream.OpenStreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The log of a timeline: a page of it, all of it, or its tail. */
@Cancellable(false)
@Path("/timelines/{timeline}/facts")
public class LogResource {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private static final Function<List<LogEntry>, Buffer> EVENTS = LogResource::events;

    private final Answers answers;
    private final LogReader reader;
    private final LogFiles log;
    private final FileAnswers files;
    private final Tails tails;
    private final OpenStreams streams;

    LogResource(
            Answers answers,
            LogReader reader,
            LogFiles log,
            FileAnswers files,
            Tails tails,
            OpenStreams streams) {
        this.answers = answers;
        this.reader = reader;
        this.log = log;
        this.files = files;
        this.tails = tails;
        this.streams = streams;
    }

    private record Wanted(LogFilter filter, long after, Asked asked, int limit) {}

    @GET
    public Uni<Response> facts(
            @PathParam("timeline") String timeline,
            @Context UriInfo uri,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        Representation representation = Representation.accepted(headers, Representation.values());
        Params params = new Params(uri);
        Wanted wanted =
                new Wanted(
                        filter(params),
                        params.position("after").orElse(0L),
                        params.known(),
                        params.limit(PAGE, LARGEST_PAGE));
        Answers.Call call = new Answers.Call(timeline, request, headers);
        return switch (representation) {
            case JSON -> page(call, wanted);
            case NDJSON, CSV -> all(call, wanted, representation);
            case EVENTS -> tail(timeline, wanted, headers.getHeaderString("Last-Event-ID"));
        };
    }

    private static LogFilter filter(Params params) {
        Optional<FactType> type =
                params.text("type")
                        .map(
                                word ->
                                        FactType.of(word)
                                                .orElseThrow(
                                                        () ->
                                                                Params.wrong(
                                                                        "type",
                                                                        FactReader.NO_TYPE)));
        Optional<Subject> subject =
                params.text("subject").map(word -> Params.parse("subject", word, Subject::parse));
        Optional<Bounds> dates = params.range("from", "to");
        return new LogFilter(type, subject, dates);
    }

    private Uni<Response> page(Answers.Call call, Wanted wanted) {
        return answers.json(
                call,
                wanted.asked(),
                known -> {
                    checkAfter(wanted.after(), known);
                    return reader.page(
                                    known.timeline(),
                                    wanted.filter(),
                                    wanted.after(),
                                    known.position(),
                                    wanted.limit())
                            .map(page -> out -> write(out, page, known));
                });
    }

    private static void checkAfter(long after, KnownAt known) {
        if (after > known.position()) {
            throw Problem.of(
                            ProblemType.UNKNOWN_POSITION,
                            "the log ends at " + known.position() + ", after was " + after)
                    .exception();
        }
    }

    private static void write(JsonGenerator out, LogPage page, KnownAt known) throws IOException {
        out.writeArrayFieldStart("facts");
        for (LogEntry entry : page.entries()) {
            out.writeRawValue(entry.json());
        }
        out.writeEndArray();
        out.writeNumberField("head", known.position());
        if (page.isLast()) {
            out.writeNullField("next");
        } else {
            out.writeNumberField("next", page.entries().getLast().position());
        }
    }

    /** The whole log as a file; a limit means nothing here. */
    private Uni<Response> all(Answers.Call call, Wanted wanted, Representation representation) {
        return files.answer(
                call,
                wanted.asked(),
                representation.name().toLowerCase(Locale.ROOT),
                known -> {
                    checkAfter(wanted.after(), known);
                    Multi<Buffer> pieces =
                            representation == Representation.CSV
                                    ? log.csv(known, wanted.filter(), wanted.after())
                                    : log.ndjson(known, wanted.filter(), wanted.after());
                    return new FileAnswers.Content(representation.mediaType(), pieces);
                });
    }

    private Uni<Response> tail(String timeline, Wanted wanted, String lastEventId) {
        long after =
                lastEventId == null
                        ? wanted.after()
                        : Params.position("Last-Event-ID", lastEventId);
        streams.checkRoom();
        return answers.known(timeline, new Asked.AtHead())
                .map(
                        known -> {
                            checkAfter(after, known);
                            return EventStream.response(
                                    tails.follow(known.timeline(), wanted.filter(), after)
                                            .map(page -> page.as(EVENTS)));
                        });
    }

    private static Buffer events(List<LogEntry> page) {
        StringBuilder piece = new StringBuilder();
        page.forEach(
                e -> EventStream.append(piece, Long.toString(e.position()), e.type(), e.json()));
        return EventStream.piece(piece);
    }

    /** One fact, what was said of it since, and whether it counts. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> fact(
            @PathParam("timeline") String timeline,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        return answers.json(
                new Answers.Call(timeline, request, headers),
                new Params(uri).known(),
                known ->
                        reader.fact(known.timeline(), id, known.position())
                                .map(
                                        found ->
                                                found.orElseThrow(
                                                        () ->
                                                                Problem.of(
                                                                                ProblemType
                                                                                        .UNKNOWN_FACT,
                                                                                "no fact has the id "
                                                                                        + Answers
                                                                                                .shown(
                                                                                                        id))
                                                                        .exception()))
                                .map(fact -> out -> write(out, fact)));
    }

    private static void write(JsonGenerator out, FactInLog fact) throws IOException {
        Json.writeRaw(out, "fact", fact.json());
        out.writeBooleanField("inEffect", fact.isInEffect());
        out.writeFieldName("content");
        out.writeRawValue(fact.content().orElse("null"));
        amendments(out, "corrections", fact.corrections());
        amendments(out, "retractions", fact.retractions());
    }

    private static void amendments(JsonGenerator out, String field, List<FactInLog.Amending> facts)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (FactInLog.Amending fact : facts) {
            out.writeStartObject();
            Json.writeFieldsOf(out, fact.json());
            out.writeBooleanField("inEffect", fact.isInEffect());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
