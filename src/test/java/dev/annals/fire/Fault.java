package dev.annals.fire;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What can go wrong. Each has ended when it returns; whether all is well again, others look. */
enum Fault {
    NODE_KILLED("kill -9 of a node, which is started again") {
        @Override
        void strike(World world, Random random) {
            Node node = world.anyNodeOf(random);
            node.kill();
            node.start();
        }
    },
    NODE_REPLACED("a node is added, another one gets kill -9") {
        @Override
        void strike(World world, Random random) {
            Node old = world.anyNodeOf(random);
            world.addNode();
            world.remove(old);
        }
    },
    NODE_SUSPENDED("a node stands still (SIGSTOP)") {
        @Override
        void strike(World world, Random random) {
            Node node = world.anyNodeOf(random);
            node.suspend();
            try {
                world.awaitAppends(others(world, node));
                Patience.pause(SOME_SECONDS);
            } finally {
                node.resume();
            }
        }
    },
    POSTGRES_KILLED("kill -9 of PostgreSQL") {
        @Override
        void strike(World world, Random random) {
            world.primary().kill();
            world.primary().start();
        }
    },
    BACKEND_KILLED("kill -9 of one of PostgreSQL's processes") {
        @Override
        void strike(World world, Random random) {
            world.primary().killBackend();
            world.primary().recover();
        }
    },
    BOTH_KILLED("kill -9 of a node and of PostgreSQL") {
        @Override
        void strike(World world, Random random) {
            Node node = world.anyNodeOf(random);
            node.kill();
            world.primary().kill();
            world.primary().start();
            node.start();
        }
    },
    CONNECTIONS_CUT("all connections of a node to PostgreSQL are cut, three times") {
        @Override
        void strike(World world, Random random) {
            Link link = world.anyNodeOf(random).link();
            for (int i = 0; i < 3; i++) {
                link.cut();
                Patience.pause(Duration.ofMillis(random.nextInt(300)));
            }
        }
    },
    COMMIT_NOT_SENT("a connection is cut before its commit arrives") {
        @Override
        void strike(World world, Random random) {
            world.anyNodeOf(random).link().cutNextCommit(Link.CommitCut.BEFORE, A_WHILE);
        }
    },
    COMMIT_NOT_ANSWERED("a connection is cut when its commit has happened") {
        @Override
        void strike(World world, Random random) {
            world.anyNodeOf(random).link().cutNextCommit(Link.CommitCut.AFTER, A_WHILE);
        }
    },
    LINK_SLOW("what a node and PostgreSQL say to each other is slow") {
        @Override
        void strike(World world, Random random) {
            Link link = world.anyNodeOf(random).link();
            link.delay(Duration.ofMillis(50));
            Patience.pause(SOME_SECONDS);
            link.delay(Duration.ZERO);
        }
    },
    LINK_BLACK_HOLE(
            "what a node says to PostgreSQL is swallowed for a while, and its connections never end") {
        @Override
        void strike(World world, Random random) {
            Node node = world.anyNodeOf(random);
            node.link().swallowNew(true);
            node.link().swallow(_ -> true);
            world.awaitAppends(others(world, node));
            Patience.pause(SOME_SECONDS);
            node.link().swallowNew(false);
        }
    },
    DISK_FULL("PostgreSQL's disk is full") {
        @Override
        void strike(World world, Random random) {
            try (Flood flood = Flood.start(world, random)) {
                flood.awaitFullDisk();
            }
            world.primary().recover();
        }
    },
    CLOCK_BACK("the database's clock jumps back by an hour") {
        @Override
        void strike(World world, Random random) {
            world.moveClock(Duration.ofHours(-1));
        }
    },
    FAIL_OVER("PostgreSQL gets kill -9, and its synchronous standby is promoted") {
        @Override
        void strike(World world, Random random) {
            world.primary().awaitStandby();
            world.failOver();
            world.addStandby();
        }
    };

    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration SOME_SECONDS = Duration.ofSeconds(2);

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    abstract void strike(World world, Random random);

    private static List<Node> others(World world, Node node) {
        return world.nodes().stream().filter(other -> other != node).toList();
    }

    String text() {
        return text;
    }
}
