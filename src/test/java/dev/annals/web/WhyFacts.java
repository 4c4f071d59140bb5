package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Subject;
import dev.annals.oracle.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What must be told of each fact of a history, worked out the slow way. */
final class WhyFacts {

    /** A recorded fact, the plain fact that it is finally about, and what it touches. */
    private record Told(RecordedFact fact, RecordedFact root, Set<String> touches) {}

    private final History history;
    private final Map<UUID, Told> byId = new HashMap<>();

    WhyFacts(History history) {
        this.history = history;
        history.log().forEach(fact -> byId.put(fact.id(), told(fact)));
    }

    private Told told(RecordedFact fact) {
        return switch (fact.fact()) {
            case Fact.Plain plain -> new Told(fact, fact, words(plain));
            case Fact.FactCorrected c -> {
                Set<String> touches = new HashSet<>(byId.get(c.fact()).touches());
                touches.addAll(words(c.with()));
                yield new Told(fact, byId.get(c.fact()).root(), touches);
            }
            case Fact.FactRetracted r ->
                    new Told(fact, byId.get(r.fact()).root(), byId.get(r.fact()).touches());
        };
    }

    private static Set<String> words(Fact.Plain plain) {
        Set<String> words = new HashSet<>();
        Mentions.of(plain).stream().map(Subject::toString).forEach(words::add);
        return words;
    }

    long head() {
        return history.head();
    }

    List<String> slugs(String kind) {
        Set<String> slugs = new TreeSet<>();
        byId.values().forEach(told -> slugs.addAll(told.touches()));
        return slugs.stream()
                .filter(subject -> subject.startsWith(kind))
                .map(subject -> subject.substring(kind.length()))
                .toList();
    }

    boolean isSpokenOf(String subject, long known) {
        return byId.values().stream()
                .anyMatch(t -> t.fact().position() <= known && t.touches().contains(subject));
    }

    /** Each fact is behind an answer, or set aside for the right reason, or counted. */
    void check(String matter, JsonNode answer, long known) {
        Set<UUID> used = new HashSet<>();
        answer.get("described").forEach(d -> addGiver(used, d, known));
        answer.get("answers").forEach(a -> a.get("because").forEach(b -> addGiver(used, b, known)));
        List<UUID> setAside = new ArrayList<>();
        Set<UUID> shown = new HashSet<>(used);
        for (JsonNode aside : answer.get("setAside")) {
            setAside.add(id(aside.get("fact")));
            aside.get("by").forEach(by -> shown.add(id(by)));
            checkReason(aside, known);
        }
        assertThat(setAside).doesNotHaveDuplicates().allMatch(id -> !used.contains(id));
        shown.addAll(setAside);
        answer.get("not").forEach(not -> addGivers(shown, not.get("span"), known));
        answer.get("instead").forEach(span -> addGivers(shown, span, known));
        checkOthers(matter, answer.at("/others/facts").longValue(), shown);
    }

    private void checkOthers(String matter, long others, Set<UUID> shown) {
        List<String> subjects = List.of(matter.replace('=', '/').split("&"));
        List<Told> unseen =
                byId.values().stream()
                        .filter(told -> subjects.stream().anyMatch(told.touches()::contains))
                        .filter(told -> !shown.contains(told.fact().id()))
                        .toList();
        assertThat(others).as("others").isEqualTo(unseen.size());
        if (subjects.size() == 1) {
            assertThat(unseen)
                    .as("what is only counted")
                    .allMatch(told -> onlyMentions(told, subjects.getFirst()));
        }
    }

    private static boolean onlyMentions(Told told, String subject) {
        return switch ((Fact.Plain) told.root().fact()) {
            case Fact.EventOccurred _ -> true;
            case Fact.PlaceDescribed _, Fact.PlaceRenamed _ -> false;
            case Fact.Plain _ -> subject.startsWith("place/");
        };
    }

    private void addGivers(Set<UUID> shown, JsonNode span, long known) {
        span.get("facts").forEach(fact -> shown.add(giver(id(fact), known).id()));
    }

    /** What is told to be in effect is: with its content, and the correction that gave it. */
    private void addGiver(Set<UUID> used, JsonNode behind, long known) {
        if (!behind.has("fact")) {
            return;
        }
        JsonNode fact = behind.get("fact");
        RecordedFact plain = byId.get(id(fact)).fact();
        assertThat(isRetracted(plain, known)).as("retracted: " + fact).isFalse();
        RecordedFact giver = giver(plain.id(), known);
        Fact content = giver.fact() instanceof Fact.FactCorrected c ? c.with() : giver.fact();
        if (content instanceof Fact.Dated dated) {
            assertThat(fact.get("date").textValue()).isEqualTo(dated.date().text());
        }
        assertThat(fact.get("position").longValue()).isEqualTo(plain.position());
        assertThat(behind.has("correctedBy")).isEqualTo(!giver.equals(plain));
        if (behind.has("correctedBy")) {
            assertThat(id(behind.get("correctedBy"))).isEqualTo(giver.id());
        }
        used.add(giver.id());
    }

    private void checkReason(JsonNode aside, long known) {
        RecordedFact fact = byId.get(id(aside.get("fact"))).fact();
        String expected = reason(fact, known);
        String reason = aside.get("reason").textValue();
        if (expected.equals("in effect")) {
            assertThat(reason).isIn("superseded", "unmatched", "no-bearing");
        } else {
            assertThat(reason).as(aside.toString()).isEqualTo(expected);
        }
    }

    private String reason(RecordedFact fact, long known) {
        if (fact.position() > known) {
            return "beyond-known";
        }
        RecordedFact root = byId.get(fact.id()).root();
        boolean isCorrection = fact.fact() instanceof Fact.FactCorrected;
        if (isRetracted(fact, known) || isCorrection && isRetracted(root, known)) {
            return "retracted";
        }
        if (giver(root.id(), known).equals(fact)) {
            return "in effect";
        }
        return isCorrection ? "superseded" : "corrected";
    }

    private boolean isRetracted(RecordedFact fact, long known) {
        return history.log().stream()
                .filter(other -> other.position() <= known)
                .filter(o -> o.fact() instanceof Fact.FactRetracted r && r.fact().equals(fact.id()))
                .anyMatch(other -> !isRetracted(other, known));
    }

    /** The fact that gives the content in effect. */
    private RecordedFact giver(UUID plain, long known) {
        return history.log().reversed().stream()
                .filter(other -> other.position() <= known)
                .filter(o -> o.fact() instanceof Fact.FactCorrected c && c.fact().equals(plain))
                .filter(other -> !isRetracted(other, known))
                .findFirst()
                .orElse(byId.get(plain).fact());
    }

    private static UUID id(JsonNode fact) {
        return UUID.fromString(fact.get("id").textValue());
    }
}
