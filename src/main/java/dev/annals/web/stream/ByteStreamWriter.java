package dev.annals.web.stream;

import dev.annals.web.limit.RequestLimit;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes byte streams straight to the connection. */
@Provider
public class ByteStreamWriter implements ServerMessageBodyWriter<ByteStream> {

    private final OpenStreams streams;

    ByteStreamWriter(OpenStreams streams) {
        this.streams = streams;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return ByteStream.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return ByteStream.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(ByteStream stream, Type generic, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        RoutingContext routing = request.unwrap(RoutingContext.class);
        HttpServerResponse response = routing.response();
        request.suspend();
        if ("HEAD".equals(request.getMethod())) {
            response.end();
            request.resume();
            return;
        }
        response.setChunked(true);
        RequestLimit.release(routing);
        PieceByPiece writing = streams.open(stream, response, request::resume);
        request.serverResponse().addCloseHandler(writing::leave);
        stream.pieces().subscribe().withSubscriber(writing);
    }

    @Override
    public void writeTo(
            ByteStream stream,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("byte streams are written to connections");
    }
}
