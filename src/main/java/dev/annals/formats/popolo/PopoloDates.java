package dev.annals.formats.popolo;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.domain.date.Bounds;
import dev.annals.formats.CalendarDate;
import dev.annals.formats.LeftOut;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the dates of one object. Popolo says days, months and years of four digits: another date
 * becomes the shortest of these that holds all of it, or is left out. Whatever is not said just so
 * stands as EDTF beside it, in a field of our own.
 */
final class PopoloDates {

    private static final int LAST_YEAR = 9_999;

    private final JsonGenerator out;
    private final LeftOut leftOut;
    private final String kind;
    private final Map<String, String> edtf = new LinkedHashMap<>();

    /**
     * @param kind of objects, as they are called in the document
     */
    PopoloDates(JsonGenerator out, LeftOut leftOut, String kind) {
        this.out = out;
        this.leftOut = leftOut;
        this.kind = kind;
    }

    /**
     * @param date EDTF, if there is an expression for the bounds
     */
    void write(String field, Bounds bounds, Optional<String> date) throws IOException {
        Optional<String> popolo =
                CalendarDate.around(bounds)
                        .filter(around -> around.isWithinYears(0, LAST_YEAR))
                        .map(CalendarDate::isoText);
        if (popolo.isPresent()) {
            out.writeStringField(field, popolo.get());
        } else {
            leftOut.add(kind + "/" + field);
        }
        if (date.isPresent() && !date.equals(popolo)) {
            edtf.put(field, date.get());
        }
    }

    /** Writes what the dates so far did not say. */
    void writeEdtf() throws IOException {
        if (edtf.isEmpty()) {
            return;
        }
        out.writeObjectFieldStart("edtf");
        for (Map.Entry<String, String> date : edtf.entrySet()) {
            out.writeStringField(date.getKey(), date.getValue());
        }
        out.writeEndObject();
    }
}
