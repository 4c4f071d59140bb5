package dev.annals.formats.popolo;

import dev.annals.formats.BrokenElementException;
import dev.annals.formats.TenureDates;
import dev.annals.formats.TenureDates.Noted;
import dev.annals.formats.popolo.Index.Term;
import java.util.Optional;

/**
 * From when to when a membership lasts. Where it says nothing itself, the dates of its legislative
 * period serve, with a note that says so; but not an end before the begin. Who gave up a seat
 * before the period began never held it.
 */
final class Tenures {

    private final Index index;

    Tenures(Index index) {
        this.index = index;
    }

    /**
     * @param dates empty if there are none
     * @param usesTerm whether one of them is the legislative period's
     * @param isOverBefore whether it ended before its legislative period began
     */
    record Tenure(Optional<TenureDates> dates, boolean usesTerm, boolean isOverBefore) {}

    Tenure of(Element membership) throws BrokenElementException {
        PopoloDate start = membership.date("start_date");
        PopoloDate end = membership.date("end_date");
        if (start.date().isPresent()
                && end.date().isPresent()
                && TenureDates.areBackwards(start.date().get(), end.date().get())) {
            throw new BrokenElementException(
                    "end_date: "
                            + end.date().get().text()
                            + " comes before the start_date, "
                            + start.date().get().text());
        }
        boolean isComplete = start.date().isPresent() && (end.date().isPresent() || end.isOpen());
        Optional<Term> term = isComplete ? Optional.empty() : term(membership);
        Optional<Noted> ownBegin = start.date().map(Noted::given);
        Optional<Noted> ownEnd = end.date().map(Noted::given);
        Optional<Noted> begin = ownBegin.or(() -> term.flatMap(t -> of(t, t.start(), "begin")));
        if (!fits(begin, ownEnd)) {
            return new Tenure(Optional.empty(), false, true);
        }
        Optional<Noted> termEnd =
                end.isOpen()
                        ? Optional.empty()
                        : term.flatMap(t -> of(t, t.end(), "end"))
                                .filter(close -> fits(begin, Optional.of(close)));
        Optional<Noted> close = ownEnd.or(() -> termEnd);
        boolean usesTerm = !begin.equals(ownBegin) || !close.equals(ownEnd);
        return new Tenure(TenureDates.of(begin, close), usesTerm, false);
    }

    private Optional<Term> term(Element membership) throws BrokenElementException {
        Optional<String> id = membership.id("legislative_period_id");
        Optional<Term> term = id.flatMap(index::term);
        if (id.isPresent() && term.isEmpty()) {
            throw Dangling.reference("legislative_period_id", "event", id.get());
        }
        return term;
    }

    private static Optional<Noted> of(Term term, PopoloDate date, String what) {
        String name = term.name().orElse("the legislative period");
        String note = "The " + what + " is that of " + name + "; the membership gives none.";
        return date.date().map(d -> new Noted(d, Optional.of(note)));
    }

    private static boolean fits(Optional<Noted> begin, Optional<Noted> end) {
        return begin.isEmpty()
                || end.isEmpty()
                || !TenureDates.areBackwards(begin.get().date(), end.get().date());
    }
}
