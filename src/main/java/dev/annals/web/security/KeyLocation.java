package dev.annals.web.security;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Where the issuer's public keys are. */
sealed interface KeyLocation {

    int MOST_BYTES = 1_048_576;

    /** The text that stands there: a JWK set, a JWK or a PEM. Never blocks an event loop. */
    Uni<String> read();

    /**
     * @throws IllegalArgumentException if it has the form of neither a file nor a URL
     */
    static KeyLocation of(String text) {
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return new Served(url(text));
        }
        return new Kept(Path.of(text.replaceFirst("^file:(//)?", "")));
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && url.getRawUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new IllegalArgumentException(
                "ANNALS_JWT_KEYS must be an http or https URL without a user, or a file");
    }

    /** In a file. */
    record Kept(Path file) implements KeyLocation {

        @Override
        public Uni<String> read() {
            return Uni.createFrom()
                    .item(this::text)
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        }

        String text() {
            try {
                if (Files.size(file) > MOST_BYTES) {
                    throw new IOException(file + " is too large");
                }
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** On a server, whose redirects are not followed. */
    record Served(URI url) implements KeyLocation {

        private static final Duration PATIENCE = Duration.ofSeconds(5);

        private static final class Client {
            private static final HttpClient HTTP =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .connectTimeout(PATIENCE)
                            .build();
        }

        @Override
        public Uni<String> read() {
            HttpRequest request =
                    HttpRequest.newBuilder(url).header("Accept", "application/json, */*").build();
            var text = BodyHandlers.ofString(StandardCharsets.UTF_8);
            return Uni.createFrom()
                    .completionStage(
                            () ->
                                    Client.HTTP.sendAsync(
                                            request, BodyHandlers.limiting(text, MOST_BYTES)))
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .map(Served::body);
        }

        private static String body(HttpResponse<String> answer) {
            if (answer.statusCode() != 200) {
                throw new UncheckedIOException(
                        new IOException("the server answered " + answer.statusCode()));
            }
            return answer.body();
        }
    }
}
