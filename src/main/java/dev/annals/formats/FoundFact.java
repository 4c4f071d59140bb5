package dev.annals.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.formats.FactFile.Found;
import dev.annals.formats.FactFile.Place;
import dev.annals.formats.FactFile.Read;
import dev.annals.formats.FactFile.Refused;
import dev.annals.json.FactReader;
import dev.annals.json.FactReader.SentFact;
import dev.annals.json.Violation;
import java.util.Optional;
import java.util.stream.Collectors;

/** Facts as they are sent or read back, each at its place in a file. */
final class FoundFact {

    private FoundFact() {}

    /** The fact, or all that is wrong with it in one. */
    static Found of(Place place, JsonNode node) {
        FactReader reader = FactReader.lenient();
        Optional<SentFact> sent = reader.read(node, "");
        return sent.isPresent()
                ? new Read(place, sent.get().id(), sent.get().fact())
                : new Refused(
                        place,
                        reader.violations().stream()
                                .map(FoundFact::words)
                                .collect(Collectors.joining("; ")));
    }

    private static String words(Violation violation) {
        return violation.pointer().isEmpty()
                ? violation.message()
                : violation.pointer() + " " + violation.message();
    }
}
