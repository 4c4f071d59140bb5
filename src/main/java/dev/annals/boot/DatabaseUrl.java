package dev.annals.boot;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a database is, as {@code postgresql://user:password@host:port/database}; password and port
 * may be left out. What is reserved in URLs is percent-encoded.
 */
public record DatabaseUrl(String user, String password, String host, int port, String database) {

    private static final int DEFAULT_PORT = 5432;

    /**
     * @throws IllegalArgumentException if the text has another form; the message holds no password
     */
    public static DatabaseUrl parse(String text) {
        URI uri = uri(text);
        boolean isPostgres =
                "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!isPostgres
                || uri.getRawUserInfo() == null
                || uri.getHost() == null
                || uri.getRawPath().length() < 2
                || uri.getRawQuery() != null) {
            throw malformed();
        }
        String[] user = uri.getRawUserInfo().split(":", 2);
        return new DatabaseUrl(
                decoded(user[0]),
                user.length > 1 ? decoded(user[1]) : "",
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                decoded(uri.getRawPath().substring(1)));
    }

    private static URI uri(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException _) {
            throw malformed(); // without the cause, which quotes the text
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "ANNALS_DATABASE_URL must be postgresql://user:password@host:port/database");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The address for clients that are told user and password apart from it. */
    public String withoutUser() {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    /** Without the password: this may end up in a message. */
    @Override
    public String toString() {
        return withoutUser();
    }
}
