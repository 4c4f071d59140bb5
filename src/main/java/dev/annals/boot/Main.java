package dev.annals.boot;

import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the process begins. */
@QuarkusMain
public final class Main {

    /** Left to the HTTP layer, an address that cannot be decoded is refused with an empty body. */
    private static final String LEAVE_ADDRESSES_TO_US = "vertx.disableURIValidation";

    /** Lets {@code web.wire} watch over connections from their first byte. */
    static final String LOAD_NETTY_EXTENSIONS = "io.netty.bootstrap.extensions";

    private Main() {}

    public static void main(String... args) {
        System.setProperty(LEAVE_ADDRESSES_TO_US, "true");
        System.setProperty(LOAD_NETTY_EXTENSIONS, "serviceload");
        System.exit(Commands.run(args));
    }
}
