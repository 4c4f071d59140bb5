package dev.annals.domain.span;

import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.InOrder;
import dev.annals.domain.fact.Slug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recorded deaths in effect, by person. Sources may record several for one person. */
public final class Deaths {

    private final Map<Slug, List<Effective<PersonDied>>> byPerson = new HashMap<>();

    public void add(Effective<PersonDied> death) {
        Slug person = death.content().person();
        byPerson.put(person, InOrder.with(deathsOf(person), death, Effective.BY_DATE));
    }

    public void remove(Effective<PersonDied> death) {
        Slug person = death.content().person();
        byPerson.put(person, InOrder.without(deathsOf(person), death, Effective.BY_DATE));
    }

    /** The person's first death. */
    public Optional<Effective<PersonDied>> first(Slug person) {
        return deathsOf(person).stream().findFirst();
    }

    /** The person's first death that may have come on that day or later. */
    Optional<Effective<PersonDied>> firstNotBefore(Slug person, Day day) {
        return deathsOf(person).stream()
                .filter(death -> !death.content().date().bounds().latest().isBefore(day))
                .findFirst();
    }

    private List<Effective<PersonDied>> deathsOf(Slug person) {
        return byPerson.getOrDefault(person, List.of());
    }
}
