package dev.annals.fire;

import dev.annals.testing.Facts;

/** A fact for one timeline by way of one node, sent until it is acknowledged. */
final class Probe {

    private final Book book;
    private final Node node;
    private volatile boolean isAcknowledged;

    private Probe(Book book, Node node) {
        this.book = book;
        this.node = node;
    }

    static Probe send(World world, Book book, Node node) {
        Probe probe = new Probe(book, node);
        Thread.ofVirtual().start(() -> probe.send(world));
        return probe;
    }

    private void send(World world) {
        String body = Facts.event("A node is asked whether it is well").toString();
        try {
            world.sender()
                    .append(book.timeline(), body, () -> world.whereIs(node), book.acknowledged());
            isAcknowledged = true;
        } catch (AssertionError e) {
            world.report().wrong(e.getMessage());
        } catch (World.Ended _) {
            // and so has this
        }
    }

    boolean isAcknowledged() {
        return isAcknowledged;
    }

    @Override
    public String toString() {
        return node + " to " + book.timeline();
    }
}
