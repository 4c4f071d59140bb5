package dev.annals.bench.bare;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Each body that is posted goes to everyone who listens, as it is; nothing is stored. */
@ApplicationScoped
class Broadcast {

    private final Set<HttpServerResponse> listening = ConcurrentHashMap.newKeySet();

    void routes(@Observes Router router) {
        router.get("/broadcast").handler(this::listen);
        router.post("/broadcast").handler(this::tell);
    }

    private void listen(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
        response.closeHandler(_ -> listening.remove(response));
        response.write(":\n\n");
        listening.add(response);
    }

    private void tell(RoutingContext context) {
        context.request()
                .bodyHandler(
                        body -> {
                            listening.forEach(response -> response.write(body.slice()));
                            context.response().setStatusCode(201).end("{}");
                        })
                // Quarkus holds bodies back until somebody asks for them.
                .resume();
    }
}
