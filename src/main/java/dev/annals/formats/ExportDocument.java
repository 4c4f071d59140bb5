package dev.annals.formats;

import java.util.List;

/**
 * A document about a timeline as known at a position. It is written once, from its first section to
 * its last, and remembers meanwhile what it could not say; its memory does not grow with the
 * timeline. Not thread-safe.
 */
public interface ExportDocument {

    List<Section> sections();
}
