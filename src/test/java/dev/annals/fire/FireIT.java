package dev.annals.fire;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each kind of fault once, in an order that the seed gives. With {@code -Dannals.fire.minutes=5},
 * rounds of random faults until the time is up; {@code -Dannals.fire.seed=…} begins as an earlier
 * run did; {@code -Dannals.fire.faults=DISK_FULL,FAIL_OVER} strikes with those only.
 */
class FireIT {

    private static final long SEED =
            Long.getLong("annals.fire.seed", System.nanoTime() % 1_000_000);
    private static final Duration DURATION =
            Duration.ofMinutes(Long.getLong("annals.fire.minutes", 0));
    private static final int FAULTS_A_ROUND = 8;
    private static final int NODES = 2;

    @TempDir private Path folder;

    @Test
    void nothing_acknowledged_is_lost_and_no_stream_skips_or_repeats_whatever_breaks() {
        long startNanos = System.nanoTime();
        Report report = new Report(SEED);
        Random random = new Random(SEED);
        try (World world = World.start(folder, NODES, report)) {
            world.addStandby();
            List<Fault> all = shuffled(random);
            Fire.round(world, 1, all, random);
            for (int round = 2; System.nanoTime() - startNanos < DURATION.toNanos(); round++) {
                Fire.round(
                        world,
                        round,
                        shuffled(random).subList(0, Math.min(all.size(), FAULTS_A_ROUND)),
                        random);
            }
            report.summarize();
        }
    }

    private static List<Fault> shuffled(Random random) {
        String chosen = System.getProperty("annals.fire.faults", "");
        List<Fault> faults =
                new ArrayList<>(
                        chosen.isEmpty()
                                ? List.of(Fault.values())
                                : Arrays.stream(chosen.split(",")).map(Fault::valueOf).toList());
        Collections.shuffle(faults, random);
        return faults;
    }
}
