package dev.annals.boot;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a database is, as {@code postgresql://user:password@host:port/database}; password and port
 * may be left out. What is reserved in URLs is percent-encoded. Several servers, a primary and its
 * standbys, are named with a comma between: {@code host:port,host:port}.
 *
 * @param servers each {@code host:port}
 */
public record DatabaseUrl(String user, String password, List<String> servers, String database) {

    private static final int DEFAULT_PORT = 5432;

    private static final Pattern FORM =
            Pattern.compile(
                    "postgres(?:ql)?://(?<user>[^:@/?#\\s]+)(?::(?<password>[^@/?#\\s]*))?@(?<servers>[^@/?#]+)/(?<database>[^/?#\\s]+)");

    private static final Pattern SERVER =
            Pattern.compile("(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>\\d{1,5}))?");

    /**
     * @throws IllegalArgumentException if the text has another form; the message holds no password
     */
    public static DatabaseUrl parse(String text) {
        Matcher url = FORM.matcher(text.strip());
        if (!url.matches()) {
            throw malformed();
        }
        String password = url.group("password");
        return new DatabaseUrl(
                decoded(url.group("user")),
                password == null ? "" : decoded(password),
                Arrays.stream(url.group("servers").split(",", -1))
                        .map(DatabaseUrl::server)
                        .toList(),
                decoded(url.group("database")));
    }

    private static String server(String text) {
        Matcher server = SERVER.matcher(text);
        if (!server.matches()) {
            throw malformed();
        }
        String port = server.group("port");
        return server.group("host") + ":" + (port == null ? DEFAULT_PORT : Integer.parseInt(port));
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "ANNALS_DATABASE_URL must be postgresql://user:password@host:port/database");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw malformed(); // without the cause, which quotes the text
        }
    }

    /** For people: neither user nor password. */
    public String shown() {
        return database + " at " + String.join(" or ", servers);
    }

    /** For JDBC, which is told user and password apart from it; leads to the primary. */
    public String jdbc() {
        String primary = servers.size() > 1 ? "?targetServerType=primary" : "";
        return "jdbc:postgresql://" + String.join(",", servers) + "/" + encodedDatabase() + primary;
    }

    /** For the reactive client, which is told user and password apart from them: one a server. */
    public String reactive() {
        return servers.stream()
                .map(server -> "postgresql://" + server + "/" + encodedDatabase())
                .collect(Collectors.joining(","));
    }

    private String encodedDatabase() {
        return URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the password: this may end up in a message. */
    @Override
    public String toString() {
        return shown();
    }
}
