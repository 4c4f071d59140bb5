package dev.annals.scenarios;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that appends until it is told to come again later. */
final class WriterToTheEnd {

    private final List<UUID> acknowledged = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile String lastAnswer = "none";

    private WriterToTheEnd(RunningService service, String timeline, String token) {
        thread = Thread.ofPlatform().daemon().unstarted(() -> write(service, timeline, token));
    }

    static WriterToTheEnd start(RunningService service, String timeline, String token) {
        WriterToTheEnd writer = new WriterToTheEnd(service, timeline, token);
        writer.thread.start();
        return writer;
    }

    private void write(RunningService service, String timeline, String token) {
        try {
            while (true) {
                UUID id = UUID.randomUUID();
                HttpResponse<String> answer =
                        service.append(timeline, SteadyWriter.fact(id), token);
                if (answer.statusCode() != 201) {
                    boolean hasRetryAfter = answer.headers().firstValue("Retry-After").isPresent();
                    lastAnswer =
                            answer.statusCode()
                                    + (hasRetryAfter ? " with Retry-After " : " ")
                                    + answer.body();
                    return;
                }
                acknowledged.add(id);
            }
        } catch (RuntimeException e) {
            lastAnswer = e.toString();
        }
    }

    List<UUID> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** The first that was not 201, in words. */
    String lastAnswer() throws InterruptedException {
        thread.join();
        return lastAnswer;
    }
}
