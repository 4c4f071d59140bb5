package dev.annals.queries;

import dev.annals.domain.fact.EntityKind;

/**
 * An office, person or place as known.
 *
 * @param label name or title, else the slug
 * @param description JSON, as it is answered
 */
public record EntityRow(EntityKind kind, String slug, String label, String description) {}
