package dev.annals.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.json.Json;
import dev.annals.queries.KnownAt;
import dev.annals.queries.PlayedFact;
import dev.annals.queries.SpanRow;
import dev.annals.queries.Spans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds the spans that facts begin and end. */
@ApplicationScoped
public class Turns {

    /** A fact with the spans of which it gives the end and the begin. */
    record Turn(PlayedFact fact, List<SpanRow> ended, List<SpanRow> began) {}

    private final Spans spans;

    Turns(Spans spans) {
        this.spans = spans;
    }

    /**
     * For facts next to each other in the order of history: they share one reading of the spans.
     */
    Uni<List<Turn>> of(KnownAt known, List<PlayedFact> facts) {
        TreeSet<String> offices = new TreeSet<>();
        TreeSet<String> people = new TreeSet<>();
        TreeSet<String> places = new TreeSet<>();
        facts.forEach(fact -> collect(fact.content(), offices, people, places));
        if (offices.isEmpty() && people.isEmpty() && places.isEmpty()) {
            return Uni.createFrom().item(turns(facts, List.of()));
        }
        return spans.around(
                        known,
                        hull(facts),
                        List.copyOf(offices),
                        List.copyOf(people),
                        List.copyOf(places))
                .map(rows -> turns(facts, rows));
    }

    /** Whose spans the fact may begin or end. */
    private static void collect(
            Fact.Dated fact,
            TreeSet<String> offices,
            TreeSet<String> people,
            TreeSet<String> places) {
        switch (fact) {
            case Fact.OfficeAssumed f -> add(offices, f.office());
            case Fact.OfficeVacated f -> add(offices, f.office());
            case Fact.OfficeAbolished f -> add(offices, f.office());
            case Fact.PersonDied f -> add(people, f.person());
            case Fact.BodyRelocated f -> add(people, f.person());
            case Fact.PlaceRenamed f -> add(places, f.place());
            case Fact.OfficeEstablished _, Fact.PersonBorn _, Fact.EventOccurred _ -> {}
        }
    }

    private static void add(TreeSet<String> slugs, Slug slug) {
        slugs.add(slug.value());
    }

    private static Bounds hull(List<PlayedFact> facts) {
        Day earliest =
                facts.stream()
                        .map(f -> f.bounds().earliest())
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        Day latest =
                facts.stream()
                        .map(f -> f.bounds().latest())
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return new Bounds(earliest, latest);
    }

    private static List<Turn> turns(List<PlayedFact> facts, List<SpanRow> spans) {
        Map<String, List<SpanRow>> ended = new HashMap<>();
        Map<String, List<SpanRow>> began = new HashMap<>();
        for (SpanRow span : spans) {
            for (JsonNode evidence : Json.parseOwn(span.facts())) {
                String id = evidence.get("id").textValue();
                switch (evidence.get("role").textValue()) {
                    case "begins" -> began.computeIfAbsent(id, _ -> new ArrayList<>()).add(span);
                    case "ends" -> ended.computeIfAbsent(id, _ -> new ArrayList<>()).add(span);
                    default -> {} // what only limits an end does not give it
                }
            }
        }
        return facts.stream()
                .map(
                        fact -> {
                            String id = fact.plain().id().toString();
                            return new Turn(
                                    fact,
                                    ended.getOrDefault(id, List.of()),
                                    began.getOrDefault(id, List.of()));
                        })
                .toList();
    }
}
