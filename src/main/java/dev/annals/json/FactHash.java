package dev.annals.json;

import dev.annals.domain.fact.RecordedFact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The chain of hashes that makes a change of the past show: SHA-256, in lower-case hex, over the
 * hash of the fact before (its 64 hex digits as ASCII) followed by the RFC 8785 form of the fact as
 * it is read back, without {@code earliest}, {@code latest} and {@code hash}.
 */
public final class FactHash {

    /** What stands before the first fact. */
    public static final String NONE = "0".repeat(64);

    private FactHash() {}

    public static String of(String before, RecordedFact fact) {
        MessageDigest digest = sha256();
        digest.update(before.getBytes(StandardCharsets.US_ASCII));
        digest.update(canonical(FactWriter.underived(fact)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
