package dev.annals.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds a port for the service's own database. */
final class Ports {

    /**
     * Below what systems give to outgoing connections, one of which could take the port while a
     * server restarts.
     */
    private static final int LEAST = 20_000;

    private static final int COUNT = 10_000;
    private static final int MOST_TRIED = 100;

    private Ports() {}

    /** A port that nobody listens on just now. */
    static int free() {
        for (int tried = 0; tried < MOST_TRIED; tried++) {
            int port = LEAST + ThreadLocalRandom.current().nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new BootFailure(
                "no port is free between "
                        + LEAST
                        + " and "
                        + (LEAST + COUNT)
                        + " on "
                        + Server.HOST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral(Server.HOST))) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
