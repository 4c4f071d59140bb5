package dev.annals.domain.why;

import dev.annals.domain.fact.Effective;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Source;
import dev.annals.domain.span.Evidence;
import dev.annals.domain.span.Role;
import dev.annals.domain.span.Span;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A span with its sources as one could put it under a page.
 *
 * @param accounts of the facts behind the span, by id
 * @param known the position as of which it is so
 */
public record Footnote(Names names, Map<UUID, Account> accounts, long known) {

    public String of(Span span) {
        String claim = new SpanWords(names).of(span) + ", " + SpanWords.of(span.period()) + ".";
        String sources =
                span.period().evidence().stream()
                        .map(this::sources)
                        .map(" "::concat)
                        .collect(Collectors.joining());
        return Character.toUpperCase(claim.charAt(0))
                + claim.substring(1)
                + sources
                + " As known at position "
                + known
                + ".";
    }

    private String sources(Evidence evidence) {
        Effective<? extends Fact.Dated> fact = evidence.fact();
        List<Source> sources = fact.content().provenance().sources();
        String read =
                sources.isEmpty()
                        ? "no source given"
                        : sources.stream().map(Footnote::source).collect(Collectors.joining("; "));
        String corrected =
                accounts.get(fact.id())
                        .correction()
                        .map(correction -> ", corrected by " + correction.position())
                        .orElse("");
        return word(evidence.role()) + " (fact " + fact.position() + corrected + "): " + read + ".";
    }

    private static String word(Role role) {
        return switch (role) {
            case BEGINS -> "Begin";
            case ENDS -> "End";
            case LIMITS -> "Limit";
        };
    }

    private static String source(Source source) {
        return source.author().map(author -> author + ", ").orElse("")
                + source.title()
                + source.year().map(year -> " (" + year + ")").orElse("")
                + source.url().map(url -> ", " + url).orElse("");
    }
}
