package dev.annals.oracle;

import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Slug;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Histories of one office and one place, about which sources hardly agree: what random histories
 * hold too little of.
 */
public final class RandomDisputes {

    private static final Provenance NONE = new Provenance(List.of(), Optional.empty());
    private static final Slug OFFICE = new Slug("o-1");
    private static final Slug PLACE = new Slug("l-1");

    private final Random random;

    private RandomDisputes(long seed) {
        this.random = new Random(seed);
    }

    public static History of(long seed) {
        RandomDisputes disputes = new RandomDisputes(seed);
        List<RecordedFact> log = new ArrayList<>();
        int facts = 4 + disputes.random.nextInt(16);
        for (int position = 1; position <= facts; position++) {
            UUID id = new UUID(seed, 0x8000_0000_0000_0000L | position);
            log.add(FactReader.recorded(id, position, disputes.next(log)));
        }
        return new History(seed, log);
    }

    private Fact next(List<RecordedFact> log) {
        int choice = random.nextInt(20);
        if (choice == 0 && !log.isEmpty()) {
            return new Fact.FactRetracted(
                    log.get(random.nextInt(log.size())).id(), "made up", NONE);
        }
        return switch (choice) {
            case 1 ->
                    new Fact.OfficeDescribed(
                            OFFICE,
                            "Office",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(random.nextInt(4)),
                            Optional.empty(),
                            List.of(),
                            NONE);
            case 2, 3, 4, 5 -> new Fact.PlaceRenamed(PLACE, name(), from(), date(), NONE);
            case 6, 7, 8, 9, 10, 11 ->
                    new Fact.OfficeVacated(OFFICE, person(), date(), Optional.empty(), NONE);
            default ->
                    new Fact.OfficeAssumed(
                            OFFICE, person(), date(), Optional.of(random.nextInt(6) == 0), NONE);
        };
    }

    private Slug person() {
        return new Slug("p-" + (1 + random.nextInt(4)));
    }

    private String name() {
        return "Name " + random.nextInt(3);
    }

    private Optional<String> from() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(name());
    }

    private EdtfDate date() {
        String day = LocalDate.of(1953, 1, 1).plusDays(random.nextInt(1_500)).toString();
        return EdtfDate.parse(
                switch (random.nextInt(12)) {
                    case 0, 1, 2, 3 -> day.substring(0, 4);
                    case 4, 5 -> day.substring(0, 7);
                    case 6 -> day + "?";
                    default -> day;
                });
    }
}
