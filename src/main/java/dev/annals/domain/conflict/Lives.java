package dev.annals.domain.conflict;

import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Fact.PersonBorn;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Slug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * When people were born and died. Sources may record several births and deaths for one person; the
 * one that counts here is the one that leaves least room.
 */
final class Lives {

    private final List<Effective<PersonDied>> deaths;
    private final Map<Slug, Effective<PersonBorn>> lastBirths = new HashMap<>();
    private final Map<Slug, Effective<PersonDied>> firstDeaths = new HashMap<>();

    Lives(Facts facts) {
        this.deaths = facts.inOrder(PersonDied.class, _ -> true);
        for (Effective<PersonBorn> birth : facts.inOrder(PersonBorn.class, _ -> true)) {
            lastBirths.merge(birth.content().person(), birth, (a, b) -> isLater(b, a) ? b : a);
        }
        for (Effective<PersonDied> death : deaths) {
            firstDeaths.merge(death.content().person(), death, (a, b) -> isEarlier(b, a) ? b : a);
        }
    }

    private static boolean isLater(Effective<PersonBorn> a, Effective<PersonBorn> b) {
        return day(a, Reading::first).isAfter(day(b, Reading::first));
    }

    private static boolean isEarlier(Effective<PersonDied> a, Effective<PersonDied> b) {
        return day(a, Reading::last).isBefore(day(b, Reading::last));
    }

    private static Day day(Effective<? extends Fact.Dated> fact, Function<Reading, Day> end) {
        return end.apply(Reading.of(fact));
    }

    /** All deaths, in order of history. */
    List<Effective<PersonDied>> deaths() {
        return deaths;
    }

    /** The birth whose first day is the latest. */
    Optional<Effective<PersonBorn>> surestBirth(Slug person) {
        return Optional.ofNullable(lastBirths.get(person));
    }

    /** The death whose last day is the earliest. */
    Optional<Effective<PersonDied>> surestDeath(Slug person) {
        return Optional.ofNullable(firstDeaths.get(person));
    }
}
