package dev.annals.formats.popolo;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.fact.Source;
import dev.annals.formats.LeftOut;
import dev.annals.formats.StreamedJson;
import dev.annals.json.Texts;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where facts come from: the sources of the element, or else those of the whole document ({@code
 * meta.sources} or {@code sources}). A source's title is its note, or else the host of its address.
 */
final class DocumentSources {

    private static final Set<String> SOURCES = Set.of("sources");

    private final List<Source> ofDocument = new ArrayList<>();

    /** Reads the field {@code meta} or {@code sources} of the document. */
    void read(String field, StreamedJson value, LeftOut leftOut) throws IOException {
        if (value.isAtListStart()) {
            while (value.next() != JsonToken.END_ARRAY) {
                source(value.piece(Set.of("url", "note")).value()).ifPresent(ofDocument::add);
            }
            return;
        }
        StreamedJson.Piece piece = value.piece(SOURCES);
        piece.passedOver().forEach(other -> leftOut.add(field + "/" + other));
        ofDocument.addAll(sources(piece.value().path("sources")));
        source(piece.value()).ifPresent(ofDocument::add);
    }

    /** Of an element. */
    List<Source> of(Element element) {
        List<Source> own = sources(element.fields().path("sources"));
        return own.isEmpty() ? List.copyOf(ofDocument) : own;
    }

    private static List<Source> sources(JsonNode list) {
        List<Source> sources = new ArrayList<>();
        list.forEach(value -> source(value).ifPresent(sources::add));
        return sources;
    }

    private static Optional<Source> source(JsonNode value) {
        String url = (value.isTextual() ? value : value.path("url")).asText("");
        String note = value.path("note").asText("");
        Optional<String> address =
                Optional.of(url)
                        .filter(Texts::isWebAddress)
                        .filter(a -> isText(a, Texts.TEXT_LENGTH));
        Optional<String> title =
                Optional.of(note)
                        .filter(text -> isText(text, Texts.NAME_LENGTH))
                        .or(() -> address.map(a -> URI.create(a).getRawAuthority()))
                        .or(() -> Optional.of(url))
                        .filter(text -> isText(text, Texts.NAME_LENGTH));
        return title.map(
                text ->
                        new Source(
                                text,
                                Optional.empty(),
                                Optional.empty(),
                                address,
                                Optional.empty()));
    }

    private static boolean isText(String text, int most) {
        return Texts.problem(text, most).isEmpty();
    }
}
