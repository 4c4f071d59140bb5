package dev.annals.fire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/**
 * Whether the views hold what the log alone gives: its facts are appended to a new timeline, in as
 * few requests as they fit in, and its view rows must be the same, row for row.
 */
final class ViewsCheck {

    private static final List<String> VIEWS =
            List.of("touches", "amended_facts", "spans", "entities");

    private static final List<String> MADE_BY_SERVICE =
            List.of("position", "recordedAt", "recordedBy", "hash", "earliest", "latest");

    private static final int MOST_CHARS = 4_000_000;

    /** Rows of the first timeline that the second one has not. */
    private static final String ONLY_IN_ONE =
            """
            select count(*) from (
                select to_jsonb(v) - 'timeline' from %1$s v
                where timeline = (select key from timelines where id = '%2$s')
                except all
                select to_jsonb(v) - 'timeline' from %1$s v
                where timeline = (select key from timelines where id = '%3$s')
            ) rows
            """;

    private ViewsCheck() {}

    static void of(World world, Book book, List<JsonNode> log) {
        Book anew = new Book(book.timeline() + "-anew", new Acknowledged());
        append(world, anew, log);
        for (String view : VIEWS) {
            long kept =
                    world.primary()
                            .number(ONLY_IN_ONE.formatted(view, book.timeline(), anew.timeline()));
            long missing =
                    world.primary()
                            .number(ONLY_IN_ONE.formatted(view, anew.timeline(), book.timeline()));
            if (kept + missing > 0) {
                throw new AssertionError(
                        "%s of %s: %d rows that the log does not give, %d missing"
                                .formatted(view, book.timeline(), kept, missing));
            }
        }
    }

    private static void append(World world, Book anew, List<JsonNode> log) {
        Random random = new Random(0);
        world.sender().open(anew.timeline(), () -> world.anyNode(random));
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        int chars = 0;
        for (JsonNode fact : log) {
            ObjectNode sent = fact.deepCopy();
            body.add(sent.without(MADE_BY_SERVICE));
            chars += sent.toString().length();
            if (chars > MOST_CHARS || fact == log.getLast()) {
                world.sender()
                        .append(
                                anew.timeline(),
                                body.toString(),
                                () -> world.anyNode(random),
                                anew.acknowledged());
                body.removeAll();
                chars = 0;
            }
        }
    }
}
