package dev.annals.imports;

import dev.annals.formats.FactFile.Place;

/**
 * Something in a file that was not appended.
 *
 * @param reason what was expected, what was found
 */
public record Rejection(Place place, String reason) {}
