package dev.annals.fire;

/** A timeline, and what its writers were promised. */
record Book(String timeline, Acknowledged acknowledged) {}
