package dev.annals.log;

/**
 * The views follow newer rules than this node knows: a newer release has rebuilt them, and what
 * this node would write could spoil them.
 */
public final class OutdatedNode extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutdatedNode() {
        super("the database is in the care of a newer release", null, false, false);
    }
}
