package dev.annals.domain.span;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import java.util.List;
import java.util.Optional;

/**
 * When a span began or ended, as far as the rules narrowed it down.
 *
 * @param date the date of the fact that says just this; where none does, the EDTF expression for
 *     the bounds; empty where EDTF has none
 */
public record Moment(Bounds bounds, Optional<String> date) {

    static Moment of(Bounds bounds, List<? extends Effective<? extends Fact.Dated>> facts) {
        Optional<String> written =
                facts.stream()
                        .map(fact -> fact.content().date())
                        .filter(date -> date.bounds().equals(bounds))
                        .map(EdtfDate::text)
                        .findFirst();
        return new Moment(bounds, written.or(() -> EdtfDate.textOf(bounds)));
    }
}
