package dev.annals.queries;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.entity.Entity;
import dev.annals.domain.entity.EntityHistory;
import dev.annals.domain.fact.Mentions;
import dev.annals.domain.fact.RecordedFact;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Span;
import dev.annals.domain.why.Account;
import dev.annals.domain.why.Asides;
import dev.annals.domain.why.Finding;
import dev.annals.domain.why.Footnote;
import dev.annals.domain.why.Names;
import dev.annals.domain.why.Reason;
import dev.annals.domain.why.Rule;
import dev.annals.domain.why.SetAside;
import dev.annals.domain.why.SpanReasons;
import dev.annals.queries.WhyAnswer.Described;
import dev.annals.queries.WhyAnswer.Explained;
import dev.annals.queries.WhyAnswer.Instead;
import dev.annals.queries.WhyAnswer.Not;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** An answer being put together of all that was read for it. */
final class WhyTelling {

    private final KnownAt known;
    private final Why.Question question;
    private final Bounds days;
    private final WhySpans found;
    private final Map<UUID, Account> accounts;
    private final Names names;
    private final Guesses.LeftOut guesses;
    private final Map<Subject, Entity> entities = new LinkedHashMap<>();
    private final List<SetAside> setAside;

    WhyTelling(
            KnownAt known,
            Why.Question question,
            WhySpans found,
            Map<UUID, Account> accounts,
            Names names,
            Guesses.LeftOut guesses) {
        this.known = known;
        this.question = question;
        this.days = question.on().bounds();
        this.found = found;
        this.accounts = accounts;
        this.names = names;
        this.guesses = guesses;
        question.matter().subjects().forEach(subject -> entities.put(subject, entity(subject)));
        this.setAside =
                new Asides(
                                question.matter(),
                                accounts,
                                found.answering(),
                                found.bounding(),
                                entities)
                        .nearest(days, question.limit());
    }

    private Entity entity(Subject subject) {
        EntityHistory history = new EntityHistory(subject, true);
        accounts.values().stream()
                .flatMap(account -> account.effective().stream())
                .filter(fact -> Mentions.of(fact.content()).contains(subject))
                .forEach(history::add);
        return history.entity().orElseThrow();
    }

    /**
     * The positions of all recorded facts that the answer shows; of a corrected fact behind a span,
     * the correction's.
     */
    Set<Long> shownPositions() {
        Set<RecordedFact> shown = new HashSet<>();
        found.answering().forEach(id -> shown.add(accounts.get(id).giver().orElseThrow()));
        entities.values().stream()
                .flatMap(entity -> entity.described().stream())
                .forEach(fact -> shown.add(accounts.get(fact.id()).giver().orElseThrow()));
        Stream.of(found.toldOthers(), found.toldInstead())
                .flatMap(List::stream)
                .flatMap(span -> span.roles().keySet().stream())
                .map(accounts::get)
                .forEach(account -> shown.add(account.giver().orElseThrow()));
        setAside.forEach(aside -> shown.add(aside.fact()));
        setAside.forEach(aside -> shown.addAll(aside.by()));
        Set<Long> positions = new HashSet<>();
        shown.forEach(fact -> positions.add(fact.position()));
        return positions;
    }

    WhyAnswer answer(long otherFacts) {
        return new WhyAnswer(
                finding(),
                entities.values().stream().map(this::described).toList(),
                found.toldAnswers().stream().map(this::explained).toList(),
                found.toldOthers().stream().sorted(ToldSpan::byBegin).map(this::not).toList(),
                found.toldInstead().stream().map(this::instead).toList(),
                setAside,
                accounts,
                found.untold(),
                otherFacts);
    }

    private Finding finding() {
        return Finding.of(
                question.matter(),
                question.on(),
                found.answers().stream().map(span -> WhySpans.answer(span, days)).toList(),
                found.others().stream()
                        .map(s -> new Finding.Other(s.span(), WhySpans.absence(s, days)))
                        .toList(),
                found.instead().stream().map(span -> WhySpans.answer(span, days)).toList(),
                names);
    }

    private Described described(Entity entity) {
        Optional<Reason> reason = entity.described().map(_ -> Reason.of(Rule.DESCRIPTION));
        return new Described(entity, reason);
    }

    private Explained explained(ToldSpan told) {
        Span span = told.with(accounts);
        SpanReasons reasons = new SpanReasons(span, guesses.of(told), names);
        return new Explained(
                told.row(),
                reasons.because(),
                reasons.narrowing(),
                told.on(days).certainty(),
                footnote(span));
    }

    private Not not(ToldSpan told) {
        return new Not(told.row(), WhySpans.absence(told, days), footnote(told.with(accounts)));
    }

    private Instead instead(ToldSpan told) {
        return new Instead(told.row(), footnote(told.with(accounts)));
    }

    private String footnote(Span span) {
        return new Footnote(names, accounts, known.position()).of(span);
    }
}
