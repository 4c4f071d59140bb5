package dev.annals.formats;

import dev.annals.domain.fact.Fact;
import java.util.List;

/** Finds out how many vacations end no tenure: all but those that are told with one, each once. */
public final class Vacations {

    private long untold;

    /**
     * @param facts that are told with a span
     */
    public void told(List<Fact.Dated> facts) {
        untold -= facts.stream().filter(Fact.OfficeVacated.class::isInstance).count();
    }

    /** One in effect. */
    public void met() {
        untold++;
    }

    /** When all have been met, and all tenures were told. */
    public void count(LeftOut leftOut) {
        for (long i = 0; i < untold; i++) {
            leftOut.add("vacations that end no tenure");
        }
    }
}
