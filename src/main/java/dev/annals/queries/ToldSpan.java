package dev.annals.queries;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.date.Bounds;
import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Subject;
import dev.annals.domain.span.Evidence;
import dev.annals.domain.span.Period;
import dev.annals.domain.span.Role;
import dev.annals.domain.span.Span;
import dev.annals.domain.why.Account;
import dev.annals.domain.why.DayReasons;
import dev.annals.json.Json;
import dev.annals.views.SpanKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A span as it was read, and as the rules speak of it.
 *
 * @param roles of the facts behind it, by id
 */
record ToldSpan(SpanRow row, Span span, Map<UUID, Role> roles) {

    /** As in the state: by kind and slug, then by begin. */
    static final Comparator<ToldSpan> AS_IN_STATE =
            Comparator.<ToldSpan, SpanKind>comparing(s -> s.row().kind())
                    .thenComparing(s -> s.span().subject())
                    .thenComparing(ToldSpan::value)
                    .thenComparing(ToldSpan::byBegin);

    /** What is known of its bounds is not told yet: {@link #with} does. */
    static ToldSpan of(SpanRow row) {
        Map<UUID, Role> roles = new LinkedHashMap<>();
        for (JsonNode fact : Json.parseOwn(row.facts())) {
            roles.put(
                    UUID.fromString(fact.get("id").textValue()),
                    Role.valueOf(fact.get("role").textValue().toUpperCase(Locale.ROOT)));
        }
        return new ToldSpan(row, span(row, row.period()), roles);
    }

    private static Span span(SpanRow row, Period period) {
        long openedBy = row.openedBy();
        return switch (row.kind()) {
            case TENURE ->
                    new Span.Tenure(
                            new Slug(row.office()),
                            new Slug(row.person()),
                            row.acting(),
                            period,
                            openedBy);
            case RESTING_PLACE ->
                    new Span.RestingPlace(
                            new Slug(row.person()),
                            new Slug(row.place()),
                            period,
                            openedBy,
                            row.before());
            case PLACE_NAME ->
                    new Span.PlaceName(
                            new Slug(row.place()), row.name(), period, openedBy, row.before());
            case STANDING -> new Span.Standing(new Slug(row.office()), period, openedBy);
        };
    }

    /** The span with the facts behind it. */
    Span with(Map<UUID, Account> accounts) {
        List<Evidence> evidence = new ArrayList<>();
        roles.forEach((id, role) -> evidence.add(new Evidence(dated(accounts.get(id)), role)));
        Period p = row.period();
        return span(
                row, new Period(p.since(), p.until(), p.certainFrom(), p.certainUntil(), evidence));
    }

    static Effective<? extends Fact.Dated> dated(Account account) {
        Effective<Fact.Plain> fact = account.effective().orElseThrow();
        return new Effective<>(fact.id(), fact.position(), (Fact.Dated) fact.content());
    }

    DayReasons on(Bounds question) {
        return new DayReasons(row.period(), row.before(), question);
    }

    /** The entities that it names. */
    List<Subject> names() {
        return switch (span) {
            case Span.Tenure t -> List.of(Subject.office(t.office()), Subject.person(t.person()));
            case Span.RestingPlace r ->
                    List.of(Subject.person(r.person()), Subject.place(r.place()));
            case Span.PlaceName n -> List.of(Subject.place(n.place()));
            case Span.Standing s -> List.of(Subject.office(s.office()));
        };
    }

    private String value() {
        return switch (span) {
            case Span.Tenure t -> t.person().value();
            case Span.RestingPlace r -> r.place().value();
            case Span.PlaceName _, Span.Standing _ -> "";
        };
    }

    int byBegin(ToldSpan other) {
        return Comparator.<ToldSpan, Bounds>comparing(s -> s.row().period().since().bounds())
                .thenComparingLong(s -> s.row().openedBy())
                .thenComparing(s -> s.row().before(), Comparator.reverseOrder())
                .compare(this, other);
    }
}
