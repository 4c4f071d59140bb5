package dev.annals.web.security;

import java.util.Set;

/**
 * Whom a token stands for.
 *
 * @param name becomes {@code recordedBy}
 */
record Caller(String name, Set<String> roles) {}
