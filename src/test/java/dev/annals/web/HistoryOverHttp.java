package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.oracle.FactWriter;
import dev.annals.oracle.History;
import dev.annals.testing.Client;
import dev.annals.testing.QuestionsOverHttp;
import java.util.List;
import java.util.Random;

/** Sends a history to the service, in requests of any size, and asks questions as it grows. */
final class HistoryOverHttp {

    private final History history;
    private final Random random;
    private final String timeline = Client.timeline();
    private final QuestionsOverHttp questions;

    HistoryOverHttp(History history) {
        this.history = history;
        this.random = new Random(history.seed());
        this.questions = new QuestionsOverHttp(timeline, history, random);
    }

    void run() {
        int sent = 0;
        while (sent < history.head()) {
            int size = 1 + random.nextInt((int) history.head() - sent);
            append(history.log().subList(sent, sent + size));
            sent += size;
            questions.askAtHead(sent);
        }
        questions.askAround(4);
        questions.askAgain(4);
    }

    private void append(List<RecordedFact> facts) {
        JsonNode receipt = Client.append(timeline, body(facts)).expect(201).json();
        assertThat(receipt.get("head").longValue()).isEqualTo(facts.getLast().position());
        assertThat(receipt.get("facts").findValuesAsText("position"))
                .isEqualTo(facts.stream().map(f -> Long.toString(f.position())).toList());
    }

    private JsonNode body(List<RecordedFact> facts) {
        List<ObjectNode> nodes = facts.stream().map(FactWriter::write).toList();
        int shape = random.nextInt(3);
        if (shape == 0 && nodes.size() == 1) {
            return nodes.getFirst();
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode().addAll(nodes);
        return shape == 1 ? JsonNodeFactory.instance.objectNode().set("facts", list) : list;
    }
}
