package dev.annals.cli;

import java.net.URI;
import java.util.Optional;

/**
 * A service, and what opens it.
 *
 * @param address of the service, without a path or with one that ends in a slash
 * @param token empty if none is known: enough to read where reading is open
 */
public record Access(URI address, Optional<String> token) {

    URI resolve(String path) {
        String base = address.toString();
        return URI.create(base + (base.endsWith("/") ? "" : "/") + path);
    }
}
