package dev.annals.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The native executable knows by name only what it was told of when it was built: nothing is looked
 * for there that is not registered, and it is asked all that can be asked over HTTP.
 */
class NativeTest {

    private static final java.nio.file.Path SERVICES =
            java.nio.file.Path.of("src/main/resources/META-INF/services");

    /** Known to the framework. */
    private static final String CONFIG_SOURCES = "io.smallrye.config.ConfigSourceFactory";

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.annals");

    private static final JavaClasses TESTS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                    .importPackages("dev.annals");

    /** Types that would cross JSON by reflection; those that are built field by field need none. */
    private static final DescribedPredicate<JavaCall<?>> BINDS =
            describe(
                    "bind a type to JSON",
                    call -> {
                        AccessTarget target = call.getTarget();
                        JavaClass owner = target.getOwner();
                        String name = target.getName();
                        return Stream.of(ObjectMapper.class, ObjectReader.class, ObjectWriter.class)
                                                .anyMatch(owner::isAssignableTo)
                                        && name.matches(
                                                "readValues?|writeValue.*|treeToValue"
                                                        + "|valueToTree|convertValue|readerFor.*"
                                                        + "|writerFor.*|updateValue")
                                || owner.isAssignableTo(JsonGenerator.class)
                                        && name.matches("writeObject|writePOJO.*|writeObjectField");
                    });

    @Test
    void no_type_crosses_json_by_reflection() {
        noClasses().should().callMethodWhere(BINDS).check(SERVICE);
    }

    /** Else the framework would make JSON of it, by reflection. */
    @Test
    void a_resource_answers_with_what_is_written_already() {
        Set<String> answers =
                SERVICE.stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(NativeTest::isEndpoint)
                        .flatMap(method -> method.getReturnType().getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(answers)
                .containsExactlyInAnyOrder(
                        Uni.class.getName(), Response.class.getName(), String.class.getName());
    }

    private static boolean isEndpoint(JavaMember method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> a.getRawType().isAnnotatedWith("jakarta.ws.rs.HttpMethod"));
    }

    @Test
    void what_is_looked_for_by_name_is_registered() {
        Set<String> looked = names(SERVICE, type -> type.isAnnotatedWith(Path.class));
        assertThat(looked).hasSizeGreaterThan(10);
        looked.addAll(names(SERVICE, type -> type.isAnnotatedWith(Command.class)));
        looked.addAll(
                names(
                        SERVICE,
                        type ->
                                type.getFields().stream()
                                        .anyMatch(f -> f.isAnnotatedWith(Option.class))));
        looked.addAll(serviceProviders());
        assertThat(registered()).containsAll(looked);
    }

    private static Set<String> names(JavaClasses classes, Predicate<JavaClass> wanted) {
        return classes.stream()
                .filter(wanted)
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> serviceProviders() {
        try (var files = Files.list(SERVICES)) {
            List<java.nio.file.Path> own =
                    files.filter(file -> !file.endsWith(CONFIG_SOURCES)).toList();
            List<String> providers = own.stream().flatMap(file -> lines(file).stream()).toList();
            assertThat(providers).isNotEmpty();
            return providers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(java.nio.file.Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> registered() {
        Set<String> registered = new TreeSet<>();
        for (JavaClass type : SERVICE) {
            type.tryGetAnnotationOfType(RegisterForReflection.class)
                    .ifPresent(
                            registration -> {
                                Class<?>[] targets = registration.targets();
                                registered.addAll(
                                        targets.length == 0
                                                ? List.of(type.getName())
                                                : Stream.of(targets).map(Class::getName).toList());
                            });
        }
        return registered;
    }

    /** Those that look into the process cannot. */
    @Test
    void what_tests_say_over_http_is_said_to_the_executable_too() {
        Set<String> overHttp =
                names(
                        TESTS,
                        type ->
                                type.isAnnotatedWith(QuarkusTest.class)
                                        && !type.isAnnotatedWith(DisabledOnIntegrationTest.class)
                                        && type.getFields().stream()
                                                .noneMatch(f -> f.isAnnotatedWith(Inject.class)));
        Set<String> said =
                TESTS.stream()
                        .filter(type -> type.isAnnotatedWith(QuarkusIntegrationTest.class))
                        .flatMap(type -> type.getRawSuperclass().stream())
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(overHttp).hasSizeGreaterThan(50);
        assertThat(said).containsAll(overHttp);
    }

    /** Nested, the framework would start the executable twice for each of them. */
    @Test
    void what_takes_a_start_of_its_own_is_not_nested() {
        assertThat(
                        TESTS.stream()
                                .filter(type -> type.isAnnotatedWith(QuarkusIntegrationTest.class))
                                .filter(type -> type.getEnclosingClass().isPresent())
                                .filter(
                                        type ->
                                                type.getRawSuperclass().stream()
                                                        .anyMatch(NativeTest::isSetApart)))
                .isEmpty();
    }

    private static boolean isSetApart(JavaClass test) {
        return test.isAnnotatedWith(TestProfile.class)
                || test.isAnnotatedWith(WithTestResource.class);
    }
}
