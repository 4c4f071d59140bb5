package dev.annals.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.json.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Sends a file to a service while it tells how far it has come: the answer is read before the
 * request is at its end, and ends it when the service has had enough.
 */
final class Upload implements AutoCloseable {

    private static final int PIECE_BYTES = 65_536;
    private static final int CONNECT_MILLIS = 10_000;

    /** A service that works says something every 15 seconds. */
    private static final int QUIET_SECONDS = 60;

    static {
        System.setProperty("io.netty.noUnsafe", "true"); // else the JVM warns of it
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final Access access;

    Upload(Access access) {
        this.access = access;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setSsl("https".equals(access.address().getScheme()))
                                .setConnectTimeout(CONNECT_MILLIS)
                                .setReadIdleTimeout(QUIET_SECONDS));
    }

    /**
     * @param told hears each event's data
     * @return the data of the last event, or the problem that came instead
     * @throws IOException if the file cannot be read
     * @throws CompletionException if the service cannot be reached, or leaves
     */
    JsonNode send(
            String path, Map<String, String> headers, InputStream file, Consumer<JsonNode> told)
            throws IOException {
        HttpClientRequest request = join(client.request(options(path, headers)));
        request.setChunked(true);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        request.response()
                .onSuccess(response -> listen(response, told, answer))
                .onFailure(answer::completeExceptionally);
        request.exceptionHandler(answer::completeExceptionally);
        byte[] piece = new byte[PIECE_BYTES];
        for (int read = file.read(piece); read >= 0; read = file.read(piece)) {
            if (answer.isDone()
                    || !isWritten(request, Buffer.buffer().appendBytes(piece, 0, read))) {
                return answer.join();
            }
        }
        request.end();
        return answer.join();
    }

    private RequestOptions options(String path, Map<String, String> headers) {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(access.resolve(path).toString())
                        .putHeader("Accept", "text/event-stream, application/problem+json;q=0.9");
        headers.forEach(options::putHeader);
        access.token().ifPresent(t -> options.putHeader("Authorization", "Bearer " + t));
        return options;
    }

    /** A service that has answered may close the connection: the answer then says why. */
    private static boolean isWritten(HttpClientRequest request, Buffer piece) {
        try {
            join(request.write(piece));
            return true;
        } catch (CompletionException _) {
            return false;
        }
    }

    private static void listen(
            HttpClientResponse response,
            Consumer<JsonNode> told,
            CompletableFuture<JsonNode> answer) {
        if (response.statusCode() != 200) {
            response.body()
                    .onSuccess(body -> answer.complete(Json.parseOwn(body.toString())))
                    .onFailure(answer::completeExceptionally);
            return;
        }
        response.exceptionHandler(answer::completeExceptionally);
        response.endHandler(
                _ ->
                        answer.completeExceptionally(
                                new IOException("the service left before the end")));
        response.handler(
                RecordParser.newDelimited("\n\n", event -> hear(event.toString(), told, answer)));
    }

    private static void hear(
            String event, Consumer<JsonNode> told, CompletableFuture<JsonNode> answer) {
        int data = event.indexOf("data: ");
        if (data >= 0) {
            JsonNode json = Json.parseOwn(event.substring(data + "data: ".length()));
            told.accept(json);
            if (event.contains("event: done\n")) {
                answer.complete(json);
            }
        }
    }

    private static <T> T join(io.vertx.core.Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        join(vertx.close());
    }
}
