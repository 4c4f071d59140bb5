package dev.annals.formats.popolo;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.formats.FactFile;
import dev.annals.formats.StreamedJson;
import dev.annals.json.Json;
import dev.annals.json.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The elements of a Popolo document, one after the other; those embedded in an element come right
 * after it. Holds one element of the document's lists at a time.
 */
final class Walk implements Closeable {

    private static final String EXPECTED =
            "expected a Popolo document: an object with persons, organizations, posts, memberships";

    private final StreamedJson json;
    private final Predicate<Kind> visits;
    private final Aside aside;
    private final Queue<Element> elements = new ArrayDeque<>();
    private Optional<Kind> list = Optional.empty();
    private Kind latest;
    private Set<String> wanted = Set.of();
    private long index;

    /** What is done with the fields of a document that list no elements. */
    interface Aside {
        void field(String name, StreamedJson value) throws IOException;
    }

    private Walk(StreamedJson json, Predicate<Kind> visits, Aside aside) {
        this.json = json;
        this.visits = visits;
        this.aside = aside;
    }

    /**
     * @param visits which of the document's lists are read; the others are passed over
     */
    static Walk through(Path document, Predicate<Kind> visits, Aside aside) throws IOException {
        Walk walk = new Walk(StreamedJson.open(document), visits, aside);
        try {
            walk.begin();
        } catch (IOException e) {
            walk.close();
            throw e;
        }
        return walk;
    }

    private void begin() throws IOException {
        if (json.first() != JsonToken.START_OBJECT) {
            throw json.unreadable(EXPECTED);
        }
    }

    /** Which of the document's lists the last element stands in. */
    Kind list() {
        return latest;
    }

    /** The next element; empty at the end of the document. */
    Optional<Element> next() throws IOException {
        while (elements.isEmpty()) {
            boolean more = list.isPresent() ? nextInList() : nextField();
            if (!more) {
                return Optional.empty();
            }
        }
        return Optional.of(elements.remove());
    }

    private boolean nextField() throws IOException {
        if (json.next() != JsonToken.FIELD_NAME) {
            json.end();
            if (latest == null) {
                throw json.unreadable(EXPECTED + "; it has none of them");
            }
            return false;
        }
        String name = json.text();
        JsonToken value = json.next();
        Optional<Kind> kind = Kind.ofList(name);
        latest = kind.orElse(latest);
        if (kind.isEmpty()) {
            aside.field(name, json);
        } else if (value == JsonToken.START_ARRAY && visits.test(kind.get())) {
            list = kind;
            wanted = kind.get().wanted();
            index = 0;
        } else if (value != JsonToken.START_ARRAY && visits.test(kind.get())) {
            noList(kind.get());
        } else {
            json.passOver();
        }
        return true;
    }

    private void noList(Kind kind) throws IOException {
        FactFile.Place at = new FactFile.Place(json.line(), Optional.of("/" + kind.list()));
        long place = json.offset();
        JsonNode value = json.piece(Set.of()).value();
        if (!value.isNull()) {
            elements.add(broken(kind, at, place, "expected a list, found " + Texts.shown(value)));
        }
    }

    private boolean nextInList() throws IOException {
        Kind kind = list.orElseThrow();
        if (json.next() == JsonToken.END_ARRAY) {
            list = Optional.empty();
            return true;
        }
        String pointer = "/" + kind.list() + "/" + index++;
        FactFile.Place at = new FactFile.Place(json.line(), Optional.of(pointer));
        long place = json.offset();
        StreamedJson.Piece piece = json.piece(wanted);
        if (!piece.isWhole()) {
            elements.add(broken(kind, at, place, StreamedJson.TOO_MUCH));
        } else if (piece.value() instanceof ObjectNode fields) {
            unfold(
                    new Element(
                            kind, fields, piece.passedOver(), at, place, true, Optional.empty()));
        } else {
            String found = Texts.shown(piece.value());
            elements.add(broken(kind, at, place, "expected an object, found " + found));
        }
        return true;
    }

    private static Element broken(Kind kind, FactFile.Place at, long place, String problem) {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        return new Element(kind, nothing, Set.of(), at, place, true, Optional.of(problem));
    }

    /** Queues the element and those in it. Each takes two characters at least, so places differ. */
    private void unfold(Element element) {
        long[] place = {element.place()};
        unfold(element, place);
    }

    private void unfold(Element holder, long[] place) {
        elements.add(holder);
        for (Embedding embedding : holder.kind().embeddings()) {
            JsonNode value = holder.fields().remove(embedding.field());
            if (value == null) {
                continue;
            }
            String pointer = Json.pointer(holder.at().pointer().orElseThrow(), embedding.field());
            if (!embedding.many()) {
                embedded(embedding, value, pointer, holder, place);
            }
            for (int i = 0; embedding.many() && i < value.size(); i++) {
                embedded(embedding, value.path(i), pointer + "/" + i, holder, place);
            }
        }
    }

    private void embedded(
            Embedding embedding, JsonNode value, String pointer, Element holder, long[] place) {
        if (value instanceof ObjectNode fields) {
            Element element =
                    new Element(
                            embedding.kind(),
                            fields,
                            new HashSet<>(),
                            new FactFile.Place(holder.at().line(), Optional.of(pointer)),
                            ++place[0],
                            false,
                            Optional.empty());
            refer(embedding, holder, element);
            if (holder.kind() == Kind.MEMBERSHIP && embedding.kind() == Kind.POST) {
                holder.reference("organization_id")
                        .ifPresent(id -> putIfAbsent(fields, "organization_id", id));
            }
            unfold(element, place);
        } else if (!embedding.many() && value.isTextual()) {
            putIfAbsent(holder.fields(), embedding.reference(), value.textValue());
        }
    }

    /** Writes the reference that the embedding makes superfluous. */
    private static void refer(Embedding embedding, Element holder, Element embedded) {
        ObjectNode from = embedding.many() ? embedded.fields() : holder.fields();
        Element to = embedding.many() ? holder : embedded;
        if (!embedding.reference().isEmpty()) {
            to.key().ifPresent(key -> putIfAbsent(from, embedding.reference(), key));
        }
    }

    private static void putIfAbsent(ObjectNode fields, String field, String value) {
        if (fields.path(field).isMissingNode() || fields.path(field).isNull()) {
            fields.put(field, value);
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
