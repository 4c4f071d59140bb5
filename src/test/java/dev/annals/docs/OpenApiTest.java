package dev.annals.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.why.Rule;
import dev.annals.json.FactReader;
import dev.annals.json.Violation;
import dev.annals.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API document says what the service does: no more, no less. */
class OpenApiTest {

    private static final String UNKNOWN_FIELD = "x-no-field";
    private static final String KNOWN_ARE = "known are [";

    private final ApiDocument document = ApiDocument.read();

    @Test
    void every_resource_method_is_described_and_nothing_else() {
        assertThat(document.operations()).isEqualTo(resourceMethods());
    }

    @Test
    void writing_needs_the_roles_that_are_documented_and_reading_may_need_a_token() {
        for (Map.Entry<String, Set<String>> operation : roles().entrySet()) {
            String[] words = operation.getKey().split(" ");
            JsonNode paths = document.root().path("paths");
            JsonNode documented = paths.path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
            List<List<String>> alternatives = new ArrayList<>();
            documented
                    .path("security")
                    .forEach(s -> alternatives.add(ApiDocument.texts(s.path("token"))));
            List<List<String>> expected =
                    operation.getValue().isEmpty()
                            ? List.of(List.of(), List.of())
                            : operation.getValue().stream().map(List::of).toList();
            boolean isOpen = words[1].startsWith("/problems");
            assertThat(alternatives)
                    .as(operation.getKey())
                    .isEqualTo(isOpen ? List.of() : expected);
            assertThat(documented.path("responses").has("401")).isEqualTo(!isOpen);
            assertThat(documented.path("responses").has("403"))
                    .isEqualTo(!operation.getValue().isEmpty());
        }
    }

    @Test
    void every_reference_resolves() {
        assertThat(document.references()).isNotEmpty().allMatch(document::resolves);
    }

    @Test
    void every_type_of_fact_has_a_schema() {
        List<String> words = Arrays.stream(FactType.values()).map(FactType::word).toList();

        assertThat(document.schema("Fact").at("/discriminator/mapping").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(words);
    }

    @ParameterizedTest
    @EnumSource(FactType.class)
    void a_schema_has_the_fields_that_are_accepted(FactType type) {
        ObjectNode fact = fact(type).put(UNKNOWN_FIELD, 1);

        assertThat(with("id", document.schema(type.word()).path("properties")))
                .isEqualTo(knownFields(violations(fact)));
    }

    @ParameterizedTest
    @EnumSource(FactType.class)
    void a_schema_requires_the_fields_that_are_missed(FactType type) {
        Set<String> missed = new TreeSet<>(Set.of("type"));
        violations(fact(type)).stream()
                .filter(violation -> violation.message().equals("is missing"))
                .forEach(violation -> missed.add(violation.pointer().substring(1)));

        assertThat(ApiDocument.texts(document.schema(type.word()).path("required")))
                .containsExactlyInAnyOrderElementsOf(missed);
    }

    @Test
    void a_source_has_the_fields_that_are_accepted() {
        ObjectNode fact = fact(FactType.PERSON_BORN).put("person", "x").put("date", "1953");
        fact.putArray("sources").addObject().put("title", "x").put(UNKNOWN_FIELD, 1);

        assertThat(names(document.schema("Source").path("properties")))
                .isEqualTo(knownFields(violations(fact)));
    }

    @ParameterizedTest
    @EnumSource(FactType.class)
    void an_example_of_a_fact_is_accepted(FactType type) {
        JsonNode examples = document.schema(type.word()).path("examples");

        assertThat(examples).isNotEmpty().allSatisfy(e -> assertThat(violations(e)).isEmpty());
    }

    @Test
    void every_rule_is_named() {
        assertThat(ApiDocument.texts(document.schema("WhyRule").at("/properties/id/enum")))
                .isEqualTo(Arrays.stream(Rule.values()).map(Rule::id).toList());
    }

    @Test
    void every_problem_that_is_shown_is_one_of_the_service() {
        List<JsonNode> shown = document.root().path("components").findParents("status");

        assertThat(shown.stream().filter(p -> p.path("type").asText().startsWith("/problems/")))
                .isNotEmpty()
                .allSatisfy(
                        problem -> {
                            String slug = problem.get("type").asText().substring(10);
                            ProblemType type = ProblemType.of(slug).orElseThrow();
                            assertThat(problem.get("status").asInt()).isEqualTo(type.status());
                            assertThat(problem.get("title").asText()).isEqualTo(type.title());
                        });
    }

    private static Set<String> resourceMethods() {
        return roles().keySet();
    }

    /** The resources' methods, each with the roles of which it needs one. */
    private static Map<String, Set<String>> roles() {
        Map<String, Set<String>> roles = new TreeMap<>();
        for (JavaClass resource :
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.annals.web")) {
            if (resource.isAnnotatedWith(Path.class)) {
                Class<?> type = resource.reflect();
                for (Method method : type.getDeclaredMethods()) {
                    operations(type, method)
                            .forEach(operation -> roles.put(operation, roles(method)));
                }
            }
        }
        return roles;
    }

    private static Set<String> roles(Method method) {
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        return allowed == null ? Set.of() : new LinkedHashSet<>(List.of(allowed.value()));
    }

    private static Stream<String> operations(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(http -> http.value() + " " + path);
    }

    private static ObjectNode fact(FactType type) {
        return JsonNodeFactory.instance.objectNode().put("type", type.word());
    }

    private static List<Violation> violations(JsonNode fact) {
        FactReader reader = FactReader.strict();
        reader.read(fact, "");
        return reader.violations();
    }

    /** The reader names what it knows where it is given a field that it does not. */
    private static Set<String> knownFields(List<Violation> violations) {
        String message =
                violations.stream()
                        .filter(violation -> violation.pointer().endsWith("/" + UNKNOWN_FIELD))
                        .map(Violation::message)
                        .findFirst()
                        .orElseThrow();
        int begin = message.indexOf(KNOWN_ARE) + KNOWN_ARE.length();
        return new TreeSet<>(
                List.of(message.substring(begin, message.indexOf(']', begin)).split(", ")));
    }

    private static Set<String> with(String name, JsonNode properties) {
        Set<String> names = names(properties);
        names.add(name);
        return names;
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
