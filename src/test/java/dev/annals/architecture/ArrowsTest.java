package dev.annals.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the design hold, and each rule can tell when one does not. */
class ArrowsTest {

    private static final String SERVICE = "dev.annals";
    private static final String PLANTED = "dev.annals.testing.violations";

    private static final JavaClasses SERVICE_CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(SERVICE);

    private static final JavaClasses PLANTED_CLASSES =
            new ClassFileImporter().importPackages(PLANTED);

    /** The class that breaks each rule. */
    private static final Map<String, String> BREAKERS =
            Map.ofEntries(
                    Map.entry("domain knows its own", "domain.KnowsTooMuch"),
                    Map.entry("json knows its own", "json.KnowsTooMuch"),
                    Map.entry("verify knows its own", "verify.KnowsTooMuch"),
                    Map.entry("views knows its own", "views.KnowsTooMuch"),
                    Map.entry("log knows its own", "log.KnowsTooMuch"),
                    Map.entry("queries knows its own", "queries.KnowsTooMuch"),
                    Map.entry("formats knows its own", "formats.KnowsTooMuch"),
                    Map.entry("cli knows its own", "cli.KnowsTooMuch"),
                    Map.entry("imports knows its own", "imports.KnowsTooMuch"),
                    Map.entry("replay knows its own", "replay.KnowsTooMuch"),
                    Map.entry("web knows its own", "web.KnowsTooMuch"),
                    Map.entry("boot knows its own", "boot.KnowsTooMuch"),
                    Map.entry("every class has its package", "elsewhere.Stray"),
                    Map.entry("domain knows nothing but Java", "domain.Reactive"),
                    Map.entry("only web knows HTTP", "queries.SpeaksHttp"),
                    Map.entry("only what reads and writes tables knows SQL", "web.SpeaksSql"),
                    Map.entry("only queries know Hibernate", "log.IsAnEntity"),
                    Map.entry("only boot and cli print", "json.Prints"),
                    Map.entry("no dates of old", "views.DatesOfOld"),
                    Map.entry("packages have no cycles", "web.KnowsTooMuch"),
                    Map.entry("the domain's packages have no cycles", "domain.one.One"));

    static Stream<String> rules() {
        return new Arrows(SERVICE).rules().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_service_keeps_to(String rule) {
        new Arrows(SERVICE).rules().get(rule).check(SERVICE_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_class_that_breaks_it_is_found(String rule) {
        var result = new Arrows(PLANTED).rules().get(rule).evaluate(PLANTED_CLASSES);
        assertThat(result.hasViolation()).isTrue();
        assertThat(String.join("\n", result.getFailureReport().getDetails()))
                .contains(PLANTED + "." + BREAKERS.get(rule));
    }

    @Test
    void the_service_s_classes_are_read_and_no_others() {
        assertThat(SERVICE_CLASSES.contain("dev.annals.domain.fact.Fact")).isTrue();
        assertThat(SERVICE_CLASSES.contain("dev.annals.web.Answers")).isTrue();
        assertThat(SERVICE_CLASSES.contain("dev.annals.oracle.Oracle")).isFalse();
        assertThat(SERVICE_CLASSES.size()).isGreaterThan(100);
    }
}
