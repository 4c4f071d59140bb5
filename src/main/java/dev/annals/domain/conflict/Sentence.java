package dev.annals.domain.conflict;

import dev.annals.domain.fact.Subject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sentence that names entities by their labels, whatever these are known to be. */
public final class Sentence {

    private final List<Object> parts;

    private Sentence(List<Object> parts) {
        this.parts = parts;
    }

    /**
     * @param parts subjects, which stand for their labels, and anything else as it is written
     */
    static Sentence of(Object... parts) {
        return new Sentence(List.of(parts));
    }

    /** The entities named, in order. */
    public List<Subject> subjects() {
        return parts.stream().filter(Subject.class::isInstance).map(Subject.class::cast).toList();
    }

    public String text(Function<Subject, String> labels) {
        return parts.stream()
                .map(part -> part instanceof Subject s ? labels.apply(s) : part.toString())
                .collect(Collectors.joining());
    }
}
