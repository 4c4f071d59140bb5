package dev.annals.domain.span;

import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact.PersonDied;
import dev.annals.domain.fact.Slug;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The recorded deaths in effect, by person. Sources may record several for one person. */
public final class Deaths {

    private final Map<Slug, NavigableMap<When, Effective<PersonDied>>> byPerson = new HashMap<>();

    public void add(Effective<PersonDied> death) {
        byPerson.computeIfAbsent(death.content().person(), _ -> new TreeMap<>())
                .put(When.of(death), death);
    }

    public void remove(Effective<PersonDied> death) {
        deathsOf(death.content().person()).remove(When.of(death));
    }

    /** The person's first death. */
    public Optional<Effective<PersonDied>> first(Slug person) {
        return deathsOf(person).values().stream().findFirst();
    }

    /** The person's first death that may have come on that day or later. */
    Optional<Effective<PersonDied>> firstNotBefore(Slug person, Day day) {
        return deathsOf(person).values().stream()
                .filter(death -> !death.content().date().bounds().latest().isBefore(day))
                .findFirst();
    }

    private NavigableMap<When, Effective<PersonDied>> deathsOf(Slug person) {
        NavigableMap<When, Effective<PersonDied>> deaths = byPerson.get(person);
        return deaths == null ? new TreeMap<>() : deaths;
    }
}
