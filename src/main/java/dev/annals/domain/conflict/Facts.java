package dev.annals.domain.conflict;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Facts in effect, by their types. */
record Facts(Collection<Effective<Fact.Plain>> all) {

    /** Those of a type that meet the condition, in order of history. */
    <F extends Fact.Dated> List<Effective<F>> inOrder(Class<F> type, Predicate<F> condition) {
        List<Effective<F>> facts = new ArrayList<>();
        for (Effective<Fact.Plain> fact : all) {
            if (type.isInstance(fact.content()) && condition.test(type.cast(fact.content()))) {
                facts.add(new Effective<>(fact.id(), fact.position(), type.cast(fact.content())));
            }
        }
        facts.sort(Effective.BY_DATE);
        return facts;
    }
}
