package dev.annals.formats;

import java.io.IOException;

/** A file is not what its format says: nothing after that place can be read. */
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient FactFile.Place place;

    /**
     * @param message what was expected, what was found
     */
    public UnreadableFileException(FactFile.Place place, String message) {
        super(message);
        this.place = place;
    }

    public FactFile.Place place() {
        return place;
    }
}
