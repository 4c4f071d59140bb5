package dev.annals.testing.violations.queries;

/** Breaks a rule: only {@code web} knows the protocol. */
public final class SpeaksHttp {
    jakarta.ws.rs.core.Response response;
}
