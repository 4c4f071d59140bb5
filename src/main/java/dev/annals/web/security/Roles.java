package dev.annals.web.security;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import java.util.Set;

/** What a caller may be allowed to do, in the words that a token has for it. */
public final class Roles {

    /** May append plain facts, and open and rename timelines. */
    public static final String RECORDER = "recorder";

    /** May append corrections and retractions. */
    public static final String CURATOR = "curator";

    static final Set<String> ALL = Set.of(RECORDER, CURATOR);

    private Roles() {}

    /** The role that appending a fact needs. */
    public static String neededFor(Fact fact) {
        return FactType.of(fact).isAmendment() ? CURATOR : RECORDER;
    }
}
