package dev.annals.testing.violations.log;

/** Breaks a rule: only {@code queries} know Hibernate. */
public final class IsAnEntity {
    jakarta.persistence.EntityManager entities;
}
