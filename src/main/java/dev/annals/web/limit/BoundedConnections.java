package dev.annals.web.limit;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What one connection may cost. HTTP/1.1 only where there is no TLS, as proxies speak it: one
 * connection asks one thing at a time, so that a limit on connections means something. And the
 * system holds so much for a client that does not read; left to itself, some megabytes.
 */
@ApplicationScoped
public class BoundedConnections implements HttpServerOptionsCustomizer {

    private static final int SEND_BUFFER_BYTES = 262_144;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false).setSendBufferSize(SEND_BUFFER_BYTES);
    }
}
