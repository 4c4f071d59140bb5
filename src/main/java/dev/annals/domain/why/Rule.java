package dev.annals.domain.why;

import java.util.Locale;

/**
 * The rules that decide an answer, each with the section of the contract that has it, and its words
 * for a historian.
 */
public enum Rule {
    // What opens a span, and what ends it.
    ASSUMPTION("3, tenures, rule 1", "%s. That opens the tenure."),
    RELOCATION("3, resting places", "%s. It lay there from then on."),
    RENAMING("3, place names", "%s. It bore that name from then on."),
    NOT_BEFORE_DEATH(
            "3, resting places",
            "%s. The body cannot have lain there before; since when is unknown."),
    LEFT_BEHIND(
            "3, resting places and place names",
            "%s. This first change names what was left, so that it had been so before."),
    VACATION("3, tenures, rules 3 and 4", "%s. That ends the tenure."),
    VACATION_PAST_GUESSES(
            "3, tenures, rule 3",
            "%s. That ends the tenure, although by the order of dates something else ended it before (%s):"
                    + " its begin is known imprecisely, so that this order was a guess and was left out."),
    SUCCESSION(
            "3, tenures, rule 2",
            "%s. The office has one seat, so that the successor ends the tenure."),
    ASSUMED_ANEW("3, tenures, rule 2", "%s. Assuming the office anew ends the tenure before."),
    DEATH("3, tenures, rule 2", "%s. Death ends the tenure."),
    ABOLITION("3, tenures, rule 2", "%s. The tenure ends with the office."),
    NEXT_RELOCATION("3, resting places", "%s. It no longer lay where it had lain."),
    NEXT_RENAMING("3, place names", "%s. It no longer bore the name before."),
    LIMIT(
            "3, tenures, rule 4",
            "%s. That would have ended the tenure by itself, so that it ended no later."),

    // How bounds were narrowed.
    FIRST_OF_SEVERAL(
            "3, tenures, rule 2",
            "Any of several moments ends it. Which came first is not known, so its end lies between the least of"
                    + " their earliest and the least of their latest days: %s."),
    BEGIN_LOWERED(
            "3, tenures, rule 4",
            "Nothing begins after its end: the begin is taken to be no later than %s."),
    END_RAISED(
            "3, tenures, rule 4",
            "Nothing ends before its begin: the end is taken to be no earlier than %s."),

    // How sure it is.
    CERTAIN(
            "3, certain and possible",
            "Certain: by every reading of the dates it had begun by %s and had not ended before %s."),
    CERTAIN_AND_OPEN(
            "3, certain and possible",
            "Certain: by every reading of the dates it had begun by %s, and no end is known."),
    BEGIN_IMPRECISE(
            "3, certain and possible",
            "Only possible: its begin is known no closer than %s, and may come after %s."),
    BEGIN_DOUBTFUL(
            "3, certain and possible",
            "Only possible: the date of its begin is marked as doubtful (?, ~ or %%), so that it may have begun %s."),
    BEGIN_UNKNOWN(
            "3, resting places and place names",
            "Only possible: nothing says since when; only its end was recorded."),
    BEGINS_WITHIN(
            "3, certain and possible",
            "Only possible: it began %s, within the days asked about, so that it does not cover them all."),
    END_IMPRECISE(
            "3, certain and possible",
            "Only possible: its end is known no closer than %s, and may have come by %s."),
    END_DOUBTFUL(
            "3, certain and possible",
            "Only possible: the date of its end is marked as doubtful (?, ~ or %%), so that it may have ended %s."),
    ENDS_WITHIN(
            "3, certain and possible",
            "Only possible: it ended %s, within the days asked about, so that it does not cover them all."),

    // Why not.
    NOT_YET("3, certain and possible", "Not yet: it began %s."),
    NO_LONGER("3, certain and possible", "No longer: it had ended %s."),
    ENDED_THAT_DAY(
            "3, certain and possible",
            "No longer: it ended %s. On the day of the change the new holds, and the old no longer does."),

    // What of an entity itself.
    DESCRIPTION(
            "2, facts", "The last description in effect gives the label, and an office its seats."),

    // Why a fact was set aside.
    RETRACTED("2, what is in effect, rule 1", "Retracted at position %s: %s"),
    CORRECTION_RETRACTED(
            "2, what is in effect, rule 1",
            "This correction was itself retracted at position %s: %s"),
    RETRACTION_RETRACTED(
            "2, what is in effect, rule 1",
            "This retraction was itself retracted at position %s, so that it takes nothing out of effect: %s"),
    CORRECTION_OF_RETRACTED(
            "2, what is in effect, rule 1",
            "A correction of a fact that is retracted (at position %s) has no effect."),
    CORRECTED(
            "2, what is in effect, rule 2",
            "Its content was replaced by the correction at position %s; its place in the order stays its own."),
    CORRECTION_SUPERSEDED(
            "2, what is in effect, rule 2",
            "Of several corrections the last counts, which is the one at position %s."),
    RECORDED_LATER(
            "1, the known axis",
            "Recorded at position %s, after position %s, as of which the question was asked."),
    DESCRIPTION_SUPERSEDED(
            "2, facts", "The last description in effect counts, which is the one at position %s."),
    DEATH_NOT_FIRST(
            "3, tenures, rule 2",
            "The first death counts, which is the one at position %s; this one ends nothing that was asked about."),
    DEATH_ENDS_NOTHING("3, tenures, rule 2", "A death that ends nothing that was asked about."),
    ABOLITION_ENDS_NOTHING(
            "3, tenures, rule 2", "An abolition that ends none of the tenures asked about."),
    VACATION_UNMATCHED(
            "3, tenures, rule 3",
            "It matches no tenure of this person in this office: a conflict, which ends nothing."),
    CORRECTED_AWAY(
            "2, what is in effect, rule 2",
            "By its content in effect it is about something that was not asked about."),
    NO_BOUND("3, spans", "A fact of this type neither begins nor ends what was asked about.");

    private final String section;
    private final String template;

    Rule(String section, String template) {
        this.section = section;
        this.template = template;
    }

    /** The word for it: {@code first-of-several}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the contract has it. */
    public String section() {
        return section;
    }

    Reason with(Object... words) {
        String text = template.formatted(words);
        return new Reason(this, Character.toUpperCase(text.charAt(0)) + text.substring(1));
    }
}
