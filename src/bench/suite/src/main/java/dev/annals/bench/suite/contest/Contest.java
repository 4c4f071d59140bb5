package dev.annals.bench.suite.contest;

import dev.annals.bench.suite.report.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Lets everyone do each work in turns, round by round, and keeps what came out. */
public final class Contest {

    private final int rounds;
    private final Quiet quiet;
    private final Consumer<String> say;
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();
    private final long startNanos = System.nanoTime();

    public Contest(int rounds, Quiet quiet, Consumer<String> say) {
        this.rounds = rounds;
        this.quiet = quiet;
        this.say = say;
    }

    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Who could not take part in what, and why. */
    public List<String> absent() {
        return List.copyOf(absent);
    }

    public void miss(String who, Object reason) {
        absent.add(who + ": " + reason);
        say.accept("absent: " + who + ": " + reason);
    }

    /** The rounds that do not count, then those that do; who goes first changes with each. */
    public void hold(Work work) {
        Duration since = Duration.ofNanos(System.nanoTime() - startNanos);
        say.accept("\n%d:%02d %s".formatted(since.toMinutes(), since.toSecondsPart(), work.name()));
        Set<String> failed = new HashSet<>();
        for (int round = 1 - work.warmUps(); round <= rounds; round++) {
            List<Contestant> turns = new ArrayList<>(work.contestants());
            Collections.rotate(turns, round);
            for (Contestant contestant : turns) {
                if (!failed.contains(contestant.name()) && !take(work, contestant, round)) {
                    failed.add(contestant.name());
                }
            }
        }
    }

    private boolean take(Work work, Contestant contestant, int round) {
        try {
            if (round <= 0) {
                contestant.turn().run();
                return true;
            }
            Quiet.Reading before = quiet.await();
            Outcome outcome = contestant.turn().run();
            Sample sample = sample(work, contestant, round, before, outcome);
            samples.add(sample);
            say.accept(line(sample, before));
            return true;
        } catch (Exception | AssertionError e) {
            samples.removeIf(
                    s -> s.work().equals(work.name()) && s.contestant().equals(contestant.name()));
            miss(contestant.name() + " at " + work.name(), e);
            return false;
        }
    }

    private static Sample sample(
            Work work, Contestant contestant, int round, Quiet.Reading before, Outcome outcome) {
        return new Sample(
                work.name(),
                contestant.name(),
                contestant.kind().name(),
                round,
                before.flushMicros(),
                before.isQuiet(),
                outcome.figures());
    }

    private static String line(Sample sample, Quiet.Reading before) {
        String figures =
                sample.figures().entrySet().stream()
                        .map(f -> "%,.0f %s".formatted(f.getValue(), f.getKey().unit()))
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "  round %d  %-44s %s  (flush %.0f µs%s)",
                sample.round(),
                sample.contestant(),
                figures,
                sample.flushMicros(),
                sample.isQuiet()
                        ? ""
                        : ", not quiet: %.0f %% busy".formatted(100 * before.busyShare()));
    }
}
