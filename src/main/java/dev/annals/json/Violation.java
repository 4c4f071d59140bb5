package dev.annals.json;

/**
 * Something that makes a request's facts unacceptable.
 *
 * @param pointer RFC 6901, into the body as it was sent
 * @param message what was expected and what was found
 */
public record Violation(String pointer, String message) {}
