package dev.annals.views;

import dev.annals.domain.span.Evidence;
import dev.annals.domain.span.Role;
import dev.annals.json.FactWriter;
import dev.annals.json.JsonText;
import java.util.List;

/** The facts behind a span as they are answered: id, role and sources of each. */
public final class EvidenceJson {

    private EvidenceJson() {}

    public static String of(List<Evidence> facts) {
        return JsonText.of(out -> out.list(_ -> facts.forEach(fact -> item(out, fact))));
    }

    private static void item(JsonText out, Evidence evidence) {
        out.object(
                _ -> {
                    out.field("id", evidence.fact().id().toString());
                    out.field("role", word(evidence.role()));
                    out.raw("sources", FactWriter.sources(evidence.fact().content().provenance()));
                });
    }

    private static String word(Role role) {
        return switch (role) {
            case BEGINS -> "begins";
            case ENDS -> "ends";
            case LIMITS -> "limits";
        };
    }
}
