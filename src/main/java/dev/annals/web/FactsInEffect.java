package dev.annals.web;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.FactType;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.Subject;
import dev.annals.formats.Testimony;
import dev.annals.formats.ToldFacts;
import dev.annals.json.FactReader;
import dev.annals.log.LogEntry;
import dev.annals.log.LogFilter;
import dev.annals.log.LogReader;
import dev.annals.queries.AllSpans;
import dev.annals.queries.KnownAt;
import dev.annals.queries.Labels;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What facts say, corrections and retractions heeded, as known at a position. */
@ApplicationScoped
public class FactsInEffect {

    private static final Set<String> DESCRIPTIONS =
            Set.of(
                    FactType.PERSON_DESCRIBED.word(),
                    FactType.OFFICE_DESCRIBED.word(),
                    FactType.PLACE_DESCRIBED.word());

    private final LogReader log;
    private final Labels labels;

    FactsInEffect(LogReader log, Labels labels) {
        this.log = log;
        this.labels = labels;
    }

    /** The facts behind these spans. */
    Uni<ToldFacts> behind(KnownAt known, List<AllSpans.Entry> spans) {
        Set<UUID> ids =
                spans.stream()
                        .flatMap(entry -> Testimony.of(entry.span()).stream())
                        .map(fact -> UUID.fromString(fact.id()))
                        .collect(Collectors.toSet());
        return effective(known, ids).chain(facts -> told(known, facts));
    }

    private Uni<ToldFacts> told(KnownAt known, List<Effective<Fact.Plain>> facts) {
        Map<String, Fact.Dated> contents = new HashMap<>();
        for (Effective<Fact.Plain> fact : facts) {
            if (fact.content() instanceof Fact.Dated dated) {
                contents.put(fact.id().toString(), dated);
            }
        }
        Set<Subject> mentioned =
                contents.values().stream()
                        .flatMap(fact -> Mentions.of(fact).stream())
                        .collect(Collectors.toSet());
        return labels.of(known, mentioned).map(found -> new ToldFacts(contents, found));
    }

    /** All descriptions, page by page. */
    Multi<List<Fact.Described>> descriptions(KnownAt known) {
        return log.all(known.timeline(), LogFilter.NONE, 0, known.position())
                .onItem()
                .transformToUniAndConcatenate(page -> effective(known, descriptions(page)))
                .map(FactsInEffect::described);
    }

    private static Set<UUID> descriptions(List<LogEntry> page) {
        return page.stream()
                .filter(entry -> DESCRIPTIONS.contains(entry.type()))
                .map(entry -> FactReader.recorded(entry.json()).id())
                .collect(Collectors.toSet());
    }

    private static List<Fact.Described> described(List<Effective<Fact.Plain>> facts) {
        return facts.stream()
                .map(Effective::content)
                .filter(Fact.Described.class::isInstance)
                .map(Fact.Described.class::cast)
                .toList();
    }

    private Uni<List<Effective<Fact.Plain>>> effective(KnownAt known, Set<UUID> ids) {
        return log.lineages(known.timeline(), ids, known.position())
                .map(
                        lineages ->
                                lineages.stream()
                                        .map(Lineage::effective)
                                        .flatMap(Optional::stream)
                                        .toList());
    }
}
