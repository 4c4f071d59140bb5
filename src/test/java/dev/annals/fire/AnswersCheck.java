package dev.annals.fire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.annals.oracle.FactReader;
import dev.annals.oracle.History;
import dev.annals.testing.QuestionsOverHttp;
import java.net.URI;
import java.util.List;
import java.util.Random;

/** Whether answers about any dates, as known at any positions, are the oracle's. */
final class AnswersCheck {

    private static final int STATES = 10;

    /** The oracle folds the whole log for each question. */
    private static final int MOST_FACTS = 600;

    private AnswersCheck() {}

    static void of(URI node, Book book, List<JsonNode> log, long seed) {
        List<JsonNode> asked = log.subList(0, Math.min(log.size(), MOST_FACTS));
        History history =
                new History(
                        seed,
                        FactReader.readLog(JsonNodeFactory.instance.arrayNode().addAll(asked)));
        System.setProperty("test.url", node.toString());
        new QuestionsOverHttp(book.timeline(), history, new Random(seed)).askAround(STATES);
    }
}
