package dev.annals.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.fact.RecordedFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The chain of hashes that makes a change of the past show: SHA-256, in lower-case hex, over the
 * hash of the fact before (its 64 hex digits as ASCII) followed by the RFC 8785 form of the fact as
 * it is read back, without {@code earliest}, {@code latest} and {@code hash}.
 */
public final class FactHash {

    /** What stands before the first fact. */
    public static final String NONE = "0".repeat(64);

    private static final List<String> DERIVED = List.of("earliest", "latest", "hash");

    private FactHash() {}

    public static String of(String before, RecordedFact fact) {
        return of(before, FactWriter.canonical(fact).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Of a fact as somebody says that it was read back, with all its fields.
     *
     * @throws IOException if the object has no RFC 8785 form
     */
    public static String of(String before, ObjectNode readBack) throws IOException {
        ObjectNode hashed = readBack.objectNode();
        hashed.setAll(readBack);
        hashed.remove(DERIVED);
        return of(before, new JsonCanonicalizer(hashed.toString()).getEncodedUTF8());
    }

    private static String of(String before, byte[] canonical) {
        MessageDigest digest = sha256();
        digest.update(before.getBytes(StandardCharsets.US_ASCII));
        digest.update(canonical);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
