package dev.annals.fire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A round under fire: new timelines, writers and subscribers on all nodes, one fault after the
 * other; a look at the log after each, and at everything in the end.
 */
final class Fire {

    private static final int TIMELINES = 2;
    private static final int WRITERS = 3;
    private static final int WARM_FACTS = 20;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> FILTERS =
            List.of("", "", "type=OfficeAssumed", "subject=office/office-0");

    private final World world;
    private final Report report;
    private final Random random;
    private final List<Writer> writers = new ArrayList<>();
    private final List<Subscriber> subscribers = new ArrayList<>();

    private Fire(World world, Random random) {
        this.world = world;
        this.report = world.report();
        this.random = random;
    }

    static void round(World world, int number, List<Fault> faults, Random random) {
        Fire fire = new Fire(world, random);
        try {
            fire.light(number);
            faults.forEach(fire::strike);
            fire.putOut();
        } catch (AssertionError | RuntimeException e) {
            report(world, e);
        } finally {
            fire.writers.forEach(Writer::leave);
            fire.subscribers.forEach(Subscriber::leave);
        }
        world.report().expectNothingWrong();
    }

    private static void report(World world, Throwable e) {
        world.report().wrong(e.toString());
        world.report().tell(world.lastWords());
        if (e instanceof RuntimeException unexpected) {
            throw unexpected;
        }
    }

    private void light(int number) {
        List<Book> books = new ArrayList<>();
        for (int i = 1; i <= TIMELINES; i++) {
            books.add(new Book("fire-%d-%d".formatted(number, i), new Acknowledged()));
        }
        world.open(books, random);
        for (Book book : books) {
            for (int i = 0; i < WRITERS; i++) {
                writers.add(Writer.start(world, book, random.nextLong()));
            }
            for (String filter : FILTERS) {
                subscribers.add(
                        Subscriber.start(world, book.timeline(), filter, random.nextLong()));
            }
        }
        report.tell(
                "round "
                        + number
                        + ": "
                        + writers.size()
                        + " writers, "
                        + subscribers.size()
                        + " subscribers, "
                        + world.nodes());
        for (Book book : books) {
            Patience.atMost(SOON)
                    .until("first facts", () -> book.acknowledged().count() >= WARM_FACTS);
        }
    }

    private void strike(Fault fault) {
        report.tell(fault.text());
        fault.strike(world, random);
        Duration recovery = world.awaitAppends(world.nodes());
        world.books().forEach(book -> LogCheck.of(world.primary(), book));
        report.expectNothingWrong();
        report.survived(fault, recovery);
    }

    private void putOut() {
        writers.forEach(Writer::leave);
        Patience.atMost(SOON)
                .until("all is acknowledged", () -> writers.stream().allMatch(Writer::hasLeft));
        for (Book book : world.books()) {
            List<JsonNode> log = LogCheck.of(world.primary(), book);
            report.acknowledged.addAndGet(book.acknowledged().count());
            subscribers.stream()
                    .filter(s -> s.timeline().equals(book.timeline()))
                    .forEach(s -> StreamCheck.of(s, log, world.primary()));
            ViewsCheck.of(world, book, log);
            AnswersCheck.of(world.anyNode(random), book, log, random.nextLong());
            report.tell(
                    "%s: %d facts, every acknowledged one in its place; streams, views and answers are right"
                            .formatted(book.timeline(), log.size()));
        }
    }
}
