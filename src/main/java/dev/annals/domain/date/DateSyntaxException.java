package dev.annals.domain.date;

/** A text that is no EDTF expression, or one that no date of this calendar fits. */
public final class DateSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int index;

    /**
     * @param problem what was expected and what was found
     * @param index where in the text, counted in chars from 0; at most the text's length
     */
    public DateSyntaxException(String problem, int index) {
        super(problem + " (at character " + (index + 1) + ")");
        this.index = index;
    }

    /** Where in the text the problem is, counted in chars from 0. */
    public int index() {
        return index;
    }
}
