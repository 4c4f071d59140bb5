package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.json.FactReader;
import dev.annals.json.FactWriter;

/**
 * A dated fact in effect.
 *
 * @param content in effect, dated
 * @param json the fact with that content
 */
public record PlayedFact(RecordedFact plain, Fact.Dated content, String json) {

    /** A fact that stands as it was recorded. */
    public static PlayedFact asRecorded(String json) {
        RecordedFact plain = FactReader.recorded(json);
        return new PlayedFact(plain, (Fact.Dated) plain.fact(), json);
    }

    /** A fact that another one has given a content. */
    public static PlayedFact saying(RecordedFact plain, Fact.Dated content) {
        return new PlayedFact(plain, content, FactWriter.unhashed(plain.saying(content)));
    }

    public static PlayedFact corrected(String plainJson, String correctionJson) {
        Fact.FactCorrected correction =
                (Fact.FactCorrected) FactReader.recorded(correctionJson).fact();
        return saying(FactReader.recorded(plainJson), (Fact.Dated) correction.with());
    }

    public Bounds bounds() {
        return content.date().bounds();
    }

    public long position() {
        return plain.position();
    }
}
