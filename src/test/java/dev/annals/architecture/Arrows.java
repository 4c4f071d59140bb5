package dev.annals.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may know whom.
 *
 * @param root the package that the others are in: the service's own, or one that breaks the rules
 */
record Arrows(String root) {

    /** Each package with those that it may know, beside itself. */
    private static final Map<String, List<String>> ALLOWED =
            Map.ofEntries(
                    Map.entry("domain", List.of()),
                    Map.entry("json", List.of("domain")),
                    Map.entry("verify", List.of("domain", "json")),
                    Map.entry("views", List.of("domain", "json")),
                    Map.entry("log", List.of("domain", "json", "views")),
                    Map.entry("queries", List.of("domain", "json", "views", "log")),
                    Map.entry("formats", List.of("domain", "json", "views", "queries")),
                    Map.entry("cli", List.of("json")),
                    Map.entry("imports", List.of("domain", "json", "log", "formats")),
                    Map.entry("replay", List.of("domain", "json", "views", "log", "queries")),
                    Map.entry(
                            "web",
                            List.of(
                                    "domain", "json", "views", "log", "queries", "formats",
                                    "imports", "replay")),
                    Map.entry("boot", List.of("domain", "json", "log", "verify", "cli")));

    private static final String[] HTTP = {
        "jakarta.ws.rs..",
        "org.jboss.resteasy..",
        "io.vertx.core.http..",
        "io.vertx.ext.web..",
        "io.quarkus.vertx.http.."
    };

    private static final String[] SQL = {
        "io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..", "io.vertx.pgclient..", "java.sql.."
    };

    /** All rules by their names. */
    Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        ALLOWED.keySet().stream().sorted().forEach(p -> rules.put(p + " knows its own", arrow(p)));
        rules.put("every class has its package", everyClassHasItsPackage());
        rules.put("domain knows nothing but Java", domainKnowsNothingButJava());
        rules.put("only web knows HTTP", noneBut("the protocol", HTTP, "web", "cli", "boot"));
        rules.put(
                "only what reads and writes tables knows SQL",
                noneBut("the SQL client", SQL, "log", "views", "queries", "verify", "boot"));
        rules.put("only queries know Hibernate", onlyQueriesKnowHibernate());
        rules.put("only boot and cli print", onlyBootPrints());
        rules.put("no dates of old", noDatesOfOld());
        rules.put(
                "packages have no cycles",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put(
                "the domain's packages have no cycles",
                slices().matching(root + ".domain.(*)..").should().beFreeOfCycles());
        return rules;
    }

    private String in(String name) {
        return root + "." + name + "..";
    }

    private String[] in(String... names) {
        return List.of(names).stream().map(this::in).toArray(String[]::new);
    }

    private ArchRule arrow(String name) {
        DescribedPredicate<JavaClass> ours = resideInAPackage(root + "..");
        DescribedPredicate<JavaClass> unknown =
                resideOutsideOfPackages(in(ALLOWED.get(name).toArray(String[]::new)))
                        .and(resideOutsideOfPackages(in(name)));
        return noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat(
                        ours.and(unknown)
                                .as("are in none of " + ALLOWED.get(name) + " nor its own"));
    }

    private ArchRule everyClassHasItsPackage() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(in(ALLOWED.keySet().toArray(String[]::new)));
    }

    private ArchRule domainKnowsNothingButJava() {
        return classes()
                .that()
                .resideInAPackage(in("domain"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..").or(resideInAPackage(in("domain"))));
    }

    private ArchRule noneBut(String what, String[] packages, String... knowing) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in(knowing))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages).as("are " + what));
    }

    private ArchRule onlyQueriesKnowHibernate() {
        return noneBut(
                "Hibernate",
                new String[] {"org.hibernate..", "jakarta.persistence..", "io.quarkus.hibernate.."},
                "queries");
    }

    private ArchRule onlyBootPrints() {
        DescribedPredicate<JavaClass> printing =
                describe(
                        "log or print by themselves",
                        c ->
                                c.getPackageName().startsWith("java.util.logging")
                                        || c.isEquivalentTo(java.io.PrintStream.class));
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in("boot", "cli"))
                .should()
                .dependOnClassesThat(printing);
    }

    private ArchRule noDatesOfOld() {
        DescribedPredicate<JavaClass> old =
                describe(
                        "are dates of old",
                        c ->
                                c.isAssignableTo(java.util.Date.class)
                                        || c.isAssignableTo(java.util.Calendar.class)
                                        || c.isAssignableTo(java.text.DateFormat.class));
        return noClasses().that().resideInAPackage(root + "..").should().dependOnClassesThat(old);
    }
}
