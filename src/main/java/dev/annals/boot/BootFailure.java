package dev.annals.boot;

/**
 * The service cannot start for a reason that the operator can mend; the message is all there is to
 * tell.
 */
final class BootFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: what was expected, what was found, where, and what to do
     */
    BootFailure(String message) {
        super(message, null, false, false);
    }
}
