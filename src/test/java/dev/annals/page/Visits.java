package dev.annals.page;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a visitor of its own, who afterwards says what the browser complained of. */
final class Visits implements BeforeAllCallback, ParameterResolver, AfterEachCallback {

    private static final Namespace PAGE = Namespace.create(Visits.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> chromium = Chromium.find();
        if (chromium.isEmpty() && Chromium.isRequired()) {
            throw new AssertionError("no Chromium found; say where with " + Chromium.SETTING);
        }
        Assumptions.assumeTrue(
                chromium.isPresent(),
                "no Chromium found; say where with " + Chromium.SETTING + " to test the page");
        stage(context, chromium.get());
    }

    private static Stage stage(ExtensionContext context, Path chromium) {
        return context.getRoot()
                .getStore(PAGE)
                .computeIfAbsent(Stage.class, _ -> Stage.set(chromium), Stage.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Visitor visitor = new Visitor(stage(context, Chromium.find().orElseThrow()));
        context.getStore(PAGE).put(Visitor.class, visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visitor visitor = context.getStore(PAGE).remove(Visitor.class, Visitor.class);
        if (visitor != null) {
            String test =
                    context.getRequiredTestClass().getSimpleName()
                            + "-"
                            + context.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-");
            visitor.leave(context.getExecutionException().isPresent() ? "failed-" + test : null);
        }
    }
}
