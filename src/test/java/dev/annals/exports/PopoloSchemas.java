package dev.annals.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.fge.jsonschema.core.exceptions.ProcessingException;
import com.github.fge.jsonschema.core.load.configuration.LoadingConfiguration;
import com.github.fge.jsonschema.core.load.configuration.LoadingConfigurationBuilder;
import com.github.fge.jsonschema.core.report.ProcessingReport;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The schemas of the Popolo specification. */
final class PopoloSchemas {

    /** The lists of a document, and the schema of their elements. */
    static final Map<String, String> LISTS =
            Map.of(
                    "persons", "person",
                    "organizations", "organization",
                    "areas", "area",
                    "posts", "post",
                    "memberships", "membership",
                    "events", "event");

    private static final String ADDRESS = "http://www.popoloproject.com/schemas/";

    private static final List<String> SCHEMAS =
            List.of(
                    "person",
                    "organization",
                    "area",
                    "post",
                    "membership",
                    "event",
                    "other_name",
                    "identifier",
                    "link",
                    "contact_detail",
                    "motion",
                    "speech",
                    "vote",
                    "vote_event",
                    "count",
                    "group_result");

    private final JsonSchemaFactory factory;

    PopoloSchemas() {
        LoadingConfigurationBuilder loading = LoadingConfiguration.newBuilder();
        SCHEMAS.forEach(s -> loading.preloadSchema(ADDRESS + s + ".json", read(s)));
        factory = JsonSchemaFactory.newBuilder().setLoadingConfiguration(loading.freeze()).freeze();
    }

    private static JsonNode read(String schema) {
        String resource = "/popolo-schemas/" + schema + ".json";
        try (InputStream in = PopoloSchemas.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Every element of every list meets its schema. */
    void check(JsonNode document) {
        LISTS.forEach(
                (list, schema) -> {
                    assertThat(document.get(list)).as(list).isNotNull();
                    document.get(list).forEach(element -> check(schema, element));
                });
    }

    void check(String schema, JsonNode element) {
        try {
            ProcessingReport report =
                    factory.getJsonSchema(ADDRESS + schema + ".json#").validate(element);
            assertThat(report.isSuccess()).as(element + "\n" + report).isTrue();
        } catch (ProcessingException e) {
            throw new AssertionError(element.toString(), e);
        }
    }
}
