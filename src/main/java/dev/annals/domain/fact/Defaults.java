package dev.annals.domain.fact;

import java.util.Optional;

/** Facts with their defaults filled in: two facts say the same if they are equal then. */
public final class Defaults {

    private Defaults() {}

    public static Fact filledIn(Fact fact) {
        return switch (fact) {
            case Fact.Plain plain -> filledIn(plain);
            case Fact.FactCorrected c ->
                    new Fact.FactCorrected(c.fact(), filledIn(c.with()), c.provenance());
            case Fact.FactRetracted retraction -> retraction;
        };
    }

    private static Fact.Plain filledIn(Fact.Plain fact) {
        return switch (fact) {
            case Fact.OfficeDescribed f ->
                    new Fact.OfficeDescribed(
                            f.office(),
                            f.title(),
                            f.organization(),
                            f.place(),
                            f.seats().or(() -> Optional.of(1)),
                            f.description(),
                            f.sameAs(),
                            f.provenance());
            case Fact.OfficeAssumed f ->
                    new Fact.OfficeAssumed(
                            f.office(),
                            f.person(),
                            f.date(),
                            f.acting().or(() -> Optional.of(false)),
                            f.provenance());
            case Fact.Described described -> described;
            case Fact.Dated dated -> dated;
        };
    }
}
