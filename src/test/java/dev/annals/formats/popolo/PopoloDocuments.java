package dev.annals.formats.popolo;

import dev.annals.formats.ReadFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Documents about Ann, Bob and a town council, and what is read of them. */
abstract class PopoloDocuments {

    static final String ANN = "{'id': 'a', 'name': 'Ann Bell'}";
    static final String BOB = "{'id': 'b', 'name': 'Bob Cole'}";
    static final String COUNCIL = "{'id': 'c', 'name': 'Town Council'}";
    static final String MAYOR = "{'id': 'm', 'label': 'Mayor', 'organization_id': 'c'}";

    @TempDir Path folder;

    /**
     * @param json with single quotes
     */
    ReadFacts read(String json) throws IOException {
        return ReadFacts.of(PopoloFile.open(file(json)));
    }

    /**
     * @param json as it is
     */
    ReadFacts readAsIs(String json) throws IOException {
        return ReadFacts.of(
                PopoloFile.open(Files.writeString(folder.resolve("example.json"), json)));
    }

    Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("popolo.json"), json.replace('\'', '"'));
    }

    /** Ann's membership of the council, with these fields. */
    ReadFacts member(String fields) throws IOException {
        return read(
                "{'memberships': [{'person_id': 'a', 'organization_id': 'c'"
                        + fields
                        + "}], 'persons': ["
                        + ANN
                        + "], 'organizations': ["
                        + COUNCIL
                        + "], 'events': [{'id': 't', 'name': '3rd Council', 'start_date':"
                        + " '1990-05', 'end_date': '1994-05-01'}]}");
    }

    static String example(String name) throws IOException {
        return Files.readString(
                Path.of("src/test/resources/popolo/examples/embedding-" + name + ".json"));
    }
}
