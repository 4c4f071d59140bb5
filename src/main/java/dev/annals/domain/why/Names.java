package dev.annals.domain.why;

import dev.annals.domain.fact.Subject;

/** What the entities are called. */
public interface Names {

    /** The label, the slug where there is none. */
    String of(Subject subject);
}
