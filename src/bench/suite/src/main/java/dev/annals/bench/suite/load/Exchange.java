package dev.annals.bench.suite.load;

/** A request as bytes, and what the body of its answer must hold; none if empty. */
public record Exchange(byte[] request, byte[] expected) {}
