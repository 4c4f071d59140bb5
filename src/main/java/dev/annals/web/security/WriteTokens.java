package dev.annals.web.security;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The tokens that may write, by the names that their facts are recorded under. Kept and compared as
 * digests, all of them each time, so that the time taken tells nothing.
 */
@Startup
@ApplicationScoped
public class WriteTokens {

    private final Map<String, byte[]> digests;

    /**
     * @param tokens {@code name=token,name=token}
     */
    WriteTokens(@ConfigProperty(name = "annals.write-tokens") Optional<String> tokens) {
        this.digests = parse(tokens.orElse(""));
    }

    /**
     * @throws IllegalArgumentException if an entry is not a name, {@code =} and a token; it is not
     *     quoted
     */
    static Map<String, byte[]> parse(String tokens) {
        Map<String, byte[]> digests = new LinkedHashMap<>();
        for (String entry : tokens.split(",")) {
            String[] parts = entry.strip().split("=", 2);
            if (entry.isBlank()) {
                continue;
            }
            if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new IllegalArgumentException(
                        "ANNALS_WRITE_TOKENS must be name=token,name=token");
            }
            if (digests.put(parts[0].strip(), digest(parts[1].strip())) != null) {
                throw new IllegalArgumentException(
                        "ANNALS_WRITE_TOKENS names " + parts[0].strip() + " twice");
            }
        }
        return digests;
    }

    /** The name that a token stands for. */
    public Optional<String> nameOf(String token) {
        byte[] digest = digest(token);
        String found = null;
        for (Map.Entry<String, byte[]> known : digests.entrySet()) {
            if (MessageDigest.isEqual(known.getValue(), digest)) {
                found = known.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
