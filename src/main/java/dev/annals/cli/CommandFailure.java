package dev.annals.cli;

/** A command cannot do what it was told; the message is all there is to tell. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: what was expected, what was found, and what to do
     */
    CommandFailure(String message) {
        super(message, null, false, false);
    }
}
