package dev.annals.imports;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import dev.annals.domain.fact.Defaults;
import dev.annals.domain.fact.Fact;
import dev.annals.json.FactWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids for facts that come without: UUIDv5 (RFC 9562, 5.5) of what they say, defaults filled in, as
 * RFC 8785 has it. So the same line makes the same fact, and a repeat is a duplicate.
 */
final class ContentIds {

    private static final UUID NAMESPACE = UUID.fromString("6ef1d8c1-3c2b-5b0a-9d0e-5a4c1e7b2f60");

    private final NameBasedGenerator generator = Generators.nameBasedGenerator(NAMESPACE, sha1());

    UUID of(Fact fact) {
        return generator.generate(FactWriter.canonical(Defaults.filledIn(fact)));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
