package dev.annals.formats;

/** One element of a document is not what it should be; those after it may be. */
public final class BrokenElementException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param message what was expected, what was found
     */
    public BrokenElementException(String message) {
        super(message);
    }
}
