package dev.annals.testing.violations.web;

/** Breaks a rule: {@code web} asks {@code queries}. */
public final class SpeaksSql {
    io.vertx.mutiny.sqlclient.Pool pool;
}
