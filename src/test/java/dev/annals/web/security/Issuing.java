package dev.annals.web.security;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.microprofile.config.ConfigProvider;

/** The issuer of the tests: its keys, made once and published on the {@link KeyServer}. */
final class Issuing {

    static final Signer RSA = Signer.rsa("rsa-1");
    static final Signer EC = Signer.make("ec-1", "ES256");
    static final Signer EC_384 = Signer.make("ec-2", "ES384");
    static final Signer ED = Signer.make("ed-1", "EdDSA");

    private Issuing() {}

    static void publish() {
        String keys = Signer.published(RSA, EC, EC_384, ED);
        talk(HttpRequest.newBuilder(keyServer()).PUT(BodyPublishers.ofString(keys)));
    }

    /** How often the service has fetched the keys. */
    static int fetched() {
        return Integer.parseInt(talk(HttpRequest.newBuilder(keyServer().resolve("/count"))));
    }

    /** A JWT that is right, with these roles. */
    static String token(String... roles) {
        return RSA.sign(Signer.claims(roles));
    }

    static Answer append(String timeline, Object body, String token) {
        return Client.append(timeline, body, token);
    }

    private static URI keyServer() {
        return ConfigProvider.getConfig().getValue("annals.jwt-keys", URI.class);
    }

    private static String talk(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
