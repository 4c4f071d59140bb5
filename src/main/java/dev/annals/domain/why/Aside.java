package dev.annals.domain.why;

import java.util.Locale;

/** Why a recorded fact gave the answer nothing, in one word. */
public enum Aside {
    /** It was retracted, or is a correction of what was. */
    RETRACTED,
    /** Its content was replaced. */
    CORRECTED,
    /** Another fact of its kind counts in its place. */
    SUPERSEDED,
    /** It was recorded after the position asked for. */
    BEYOND_KNOWN,
    /** It fits nothing: a conflict. */
    UNMATCHED,
    /** It is in effect, and about something else. */
    NO_BEARING;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
