package dev.annals.formats.popolo;

import dev.annals.domain.fact.Fact;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.FactFile;
import dev.annals.formats.LeftOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * The facts of a Popolo document. It is read several times: first as a whole, since anything may be
 * mentioned before it is defined, and then for offices, people, tenures and events, in this order,
 * so that an office is described before anybody assumes it. The same document gives the same facts
 * in the same order; in another order of its lists, the same facts.
 */
public final class PopoloFile implements FactFile {

    /** What is read together, one reading after the other. */
    private static final List<Set<Kind>> READINGS =
            List.of(
                    EnumSet.of(Kind.AREA, Kind.ORGANIZATION, Kind.POST),
                    EnumSet.of(Kind.PERSON),
                    EnumSet.of(Kind.MEMBERSHIP),
                    EnumSet.of(Kind.EVENT));

    private final Path document;
    private final Index index;
    private final LeftOut leftOut;
    private final ElementFacts elementFacts;
    private final Queue<Found> found = new ArrayDeque<>();
    private int reading;
    private Walk walk;
    private long elements;

    private PopoloFile(Path document, Index index, LeftOut leftOut) throws IOException {
        this.document = document;
        this.index = index;
        this.leftOut = leftOut;
        this.elementFacts =
                new ElementFacts(index, new Offices(index, crowdedPosts(document, index)), leftOut);
        this.walk = walkFor(READINGS.getFirst());
    }

    /**
     * Reads the whole document once.
     *
     * @throws dev.annals.formats.UnreadableFileException if it is no JSON, or no Popolo
     */
    public static PopoloFile open(Path document) throws IOException {
        LeftOut leftOut = new LeftOut();
        return new PopoloFile(document, Index.of(document, leftOut), leftOut);
    }

    private static Set<String> crowdedPosts(Path document, Index index) throws IOException {
        Crowds crowds = new Crowds(index);
        if (index.posts().ids().isEmpty()) {
            return Set.of();
        }
        Set<Kind> memberships = EnumSet.of(Kind.MEMBERSHIP);
        try (Walk walk =
                Walk.through(
                        document,
                        list -> index.holds(list, memberships),
                        (_, value) -> value.passOver())) {
            for (Optional<Element> next = walk.next(); next.isPresent(); next = walk.next()) {
                if (next.get().kind() == Kind.MEMBERSHIP) {
                    crowds.add(next.get());
                }
            }
        }
        return crowds.posts();
    }

    private Walk walkFor(Set<Kind> kinds) throws IOException {
        return Walk.through(
                document, list -> index.holds(list, kinds), (_, value) -> value.passOver());
    }

    @Override
    public Optional<Found> next() throws IOException {
        while (found.isEmpty()) {
            Optional<Element> element = walk.next();
            if (element.isPresent()) {
                read(element.get());
            } else if (reading + 1 < READINGS.size()) {
                walk.close();
                reading++;
                walk = walkFor(READINGS.get(reading));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(found.remove());
    }

    private void read(Element element) {
        if (!READINGS.get(reading).contains(element.kind())) {
            return;
        }
        elements++;
        try {
            for (Fact fact : elementFacts.of(element)) {
                found.add(new Read(element.at(), Optional.empty(), fact));
            }
        } catch (BrokenElementException e) {
            found.add(new Refused(element.at(), e.getMessage()));
        }
    }

    /** How many elements of the document have become facts, or might have. */
    @Override
    public long lines() {
        return elements;
    }

    @Override
    public Map<String, Long> leftOut() {
        return leftOut.counts();
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
