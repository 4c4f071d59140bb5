package dev.annals.queries;

import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Lineage;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.why.Account;
import dev.annals.domain.why.Finding;
import dev.annals.domain.why.Matter;
import dev.annals.domain.why.Names;
import dev.annals.log.LogReader;
import dev.annals.queries.Spans.Narrowing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells why an answer is as it is. The spans come from the views, as for the answer itself, and the
 * facts behind them from the log; what was recorded after the position asked for is read up to the
 * head.
 */
@ApplicationScoped
public class Why {

    /**
     * @param limit how many answers to tell of, how many other spans, and how many facts set aside
     */
    public record Question(Matter matter, EdtfDate on, int limit) {}

    private final Spans spans;
    private final LogReader log;
    private final Labels labels;
    private final Guesses guesses;
    private final Touching touching;

    Why(Spans spans, LogReader log, Labels labels, Guesses guesses, Touching touching) {
        this.spans = spans;
        this.log = log;
        this.labels = labels;
        this.guesses = guesses;
        this.touching = touching;
    }

    public Uni<WhyAnswer> ask(KnownAt known, Question question) {
        return rows(known, question)
                .map(rows -> WhySpans.of(question, rows))
                .chain(found -> ask(known, question, found));
    }

    private Uni<List<SpanRow>> rows(KnownAt known, Question question) {
        Matter matter = question.matter();
        Uni<List<SpanRow>> own = spans.of(known, matter.main());
        if (matter.office().isEmpty() || matter.person().isEmpty()) {
            return own;
        }
        String person = matter.person().get().value();
        Narrowing office = Narrowing.to(Subject.office(matter.office().get()));
        return Uni.combine()
                .all()
                .unis(own, spans.on(known, question.on().bounds(), office))
                .with(
                        (rows, holders) -> {
                            List<SpanRow> all = new ArrayList<>(rows);
                            holders.stream()
                                    .filter(row -> !person.equals(row.person()))
                                    .forEach(all::add);
                            return all;
                        });
    }

    private Uni<WhyAnswer> ask(KnownAt known, Question question, WhySpans found) {
        return accounts(known, question.matter(), found)
                .chain(
                        accounts ->
                                Uni.combine()
                                        .all()
                                        .unis(
                                                names(known, question, found, accounts),
                                                guesses.behind(
                                                        known, found.toldAnswers(), accounts))
                                        .with(
                                                (names, guessed) ->
                                                        new WhyTelling(
                                                                known, question, found, accounts,
                                                                names, guessed)))
                .chain(
                        telling ->
                                touching.count(
                                                known,
                                                question.matter().subjects(),
                                                telling.shownPositions())
                                        .map(telling::answer));
    }

    /** Of all facts that speak of the matter, and of those behind the spans that are told of. */
    private Uni<Map<UUID, Account>> accounts(KnownAt known, Matter matter, WhySpans found) {
        return Uni.combine()
                .all()
                .unis(
                        log.bearing(known.timeline(), Set.copyOf(matter.subjects()), known.head()),
                        log.lineages(known.timeline(), found.telling(), known.head()))
                .with(
                        (bearing, telling) -> {
                            Map<UUID, Account> accounts = new HashMap<>();
                            for (List<Lineage> lineages : List.of(bearing, telling)) {
                                lineages.stream()
                                        .map(lineage -> new Account(lineage, known.position()))
                                        .forEach(account -> accounts.put(account.id(), account));
                            }
                            return accounts;
                        });
    }

    private Uni<Names> names(
            KnownAt known, Question question, WhySpans found, Map<UUID, Account> accounts) {
        Set<Subject> named = new HashSet<>(question.matter().subjects());
        int most = Math.max(question.limit(), Finding.NAMED);
        Stream.of(found.answers(), found.others(), found.instead())
                .flatMap(spans -> spans.stream().limit(most))
                .forEach(span -> named.addAll(span.names()));
        found.answering().stream()
                .map(id -> accounts.get(id).effective())
                .flatMap(Optional::stream)
                .forEach(fact -> named.addAll(Mentions.of(fact.content())));
        return labels.of(known, named).map(names -> names::of);
    }
}
