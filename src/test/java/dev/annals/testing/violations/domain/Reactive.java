package dev.annals.testing.violations.domain;

/** Breaks a rule: the domain has no framework. */
public final class Reactive {
    io.smallrye.mutiny.Uni<String> later;
}
