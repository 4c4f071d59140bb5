package dev.annals.testing;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The address of a service that runs as a process, for all threads of a test: the framework tells
 * it to the test's own alone.
 */
public final class OneAddress implements BeforeEachCallback, AfterAllCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        Client.speakTo(ConfigProvider.getConfig().getValue("test.url", String.class));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        Client.speakTo(null);
    }
}
