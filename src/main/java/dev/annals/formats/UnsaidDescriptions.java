package dev.annals.formats;

import dev.annals.domain.fact.Fact;
import java.util.List;
import java.util.Optional;

/** Counts what descriptions say beside a name, for documents that have no other place for them. */
public final class UnsaidDescriptions {

    private final LeftOut leftOut;

    public UnsaidDescriptions(LeftOut leftOut) {
        this.leftOut = leftOut;
    }

    /** Writes nothing. */
    public String count(List<Fact.Described> page) {
        page.forEach(this::count);
        return "";
    }

    private void count(Fact.Described fact) {
        switch (fact) {
            case Fact.PersonDescribed f -> common("people", f, f.description(), f.sameAs());
            case Fact.OfficeDescribed f -> {
                common("offices", f, f.description(), f.sameAs());
                count("offices/organization", f.organization());
                count("offices/place", f.place());
                count("offices/seats", f.seats());
            }
            case Fact.PlaceDescribed f -> {
                common("places", f, f.description(), f.sameAs());
                count("places/latitude", f.latitude());
                count("places/longitude", f.longitude());
            }
        }
    }

    private void common(
            String kind, Fact.Described fact, Optional<String> description, List<String> sameAs) {
        count(kind + "/description", description);
        sameAs.forEach(_ -> leftOut.add(kind + "/sameAs"));
        fact.provenance().sources().forEach(_ -> leftOut.add(kind + "/sources"));
        count(kind + "/note", fact.provenance().note());
    }

    private void count(String name, Optional<?> value) {
        value.ifPresent(_ -> leftOut.add(name));
    }
}
