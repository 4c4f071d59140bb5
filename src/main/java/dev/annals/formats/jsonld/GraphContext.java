package dev.annals.formats.jsonld;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The JSON-LD context of a graph: it stands in the document, so that no reader has to fetch it. */
final class GraphContext {

    /** As the Library of Congress's own data has it. */
    static final String EDTF = "http://id.loc.gov/datatypes/edtf";

    private static final String[] DATES = {
        "schema:birthDate",
        "schema:deathDate",
        "schema:startDate",
        "schema:endDate",
        "schema:foundingDate",
        "schema:dissolutionDate",
        "schema:temporalCoverage"
    };

    private static final String[] INSTANTS = {
        "prov:generatedAtTime", "prov:endedAtTime", "schema:dateModified"
    };

    private static final String[] REFERENCES = {
        "org:postIn",
        "prov:invalidated",
        "prov:used",
        "prov:wasAssociatedWith",
        "prov:wasAttributedTo",
        "prov:wasDerivedFrom",
        "prov:wasRevisionOf",
        "schema:about",
        "schema:actor",
        "schema:birthPlace",
        "schema:deathPlace",
        "schema:hasOccupation",
        "schema:location",
        "schema:sameAs",
        "schema:url"
    };

    private GraphContext() {}

    /**
     * @param base absolute, of the timeline, with a slash at its end: the addresses in the graph
     *     are relative to it
     */
    static void write(JsonGenerator out, String base) throws IOException {
        out.writeObjectFieldStart("@context");
        out.writeStringField("@base", base);
        out.writeStringField("schema", "https://schema.org/");
        out.writeStringField("prov", "http://www.w3.org/ns/prov#");
        out.writeStringField("org", "http://www.w3.org/ns/org#");
        out.writeStringField("xsd", "http://www.w3.org/2001/XMLSchema#");
        typed(out, EDTF, DATES);
        typed(out, "xsd:dateTime", INSTANTS);
        typed(out, "@id", REFERENCES);
        out.writeEndObject();
    }

    private static void typed(JsonGenerator out, String type, String... terms) throws IOException {
        for (String term : terms) {
            out.writeObjectFieldStart(term);
            out.writeStringField("@type", type);
            out.writeEndObject();
        }
    }
}
