package dev.annals.views;

import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Subject;
import java.util.List;
import java.util.Set;

/**
 * What the log says to a {@link Need}.
 *
 * @param folded lineages that the needed subjects' spans and descriptions can depend on
 * @param touching all lineages that touch the subjects whose mentions must be counted
 * @param deaths lineages of the needed people's deaths
 * @param mentioned those of the needed subjects that some fact in effect mentions
 */
public record Taught(
        List<Lineage> folded,
        List<Lineage> touching,
        List<Lineage> deaths,
        Set<Subject> mentioned) {}
