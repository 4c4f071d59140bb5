package dev.annals.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.annals.queries.KnownAt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Answers for a position of a log, kept for whoever asks the same again: none of them can ever
 * change. One is kept from the second time on, so that those which nobody asks for again cost the
 * collector nothing. What is asked for most often stays; together they take a small part of the
 * heap.
 */
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSSMW") // made by its name
@Singleton
class PinnedAnswers {

    private static final long SHARE_OF_HEAP = 16;

    /** A larger one would push out too many others. */
    private static final int LARGEST_BYTES = 1 << 20;

    /** What an entry takes beside the answer itself. */
    private static final int ENTRY_BYTES = 500;

    /** A power of two. Of about so many questions the last ones are recognised when they return. */
    private static final int ASKED_ONCE = 1 << 16;

    /**
     * @param known of what the answer was given
     * @param json as it is sent
     */
    record Answer(KnownAt known, byte[] json) {}

    private final Cache<String, Answer> answers =
            Caffeine.newBuilder()
                    .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
                    .weigher((String _, Answer answer) -> ENTRY_BYTES + answer.json().length)
                    .recordStats()
                    .build();

    /**
     * Hashes of questions, each at the place that it gives. Threads may overwrite each other's, and
     * two questions may have one: an answer is kept early or late, but is always the right one.
     */
    private final int[] askedOnce = new int[ASKED_ONCE];

    void watch(@Observes StartupEvent event, MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, answers, "pinned-answers");
    }

    /**
     * @param question the target of the request, as it was sent
     */
    Optional<Answer> find(String question) {
        return Optional.ofNullable(answers.getIfPresent(question));
    }

    /** Keeps the answer if the question was asked before. */
    void keep(String question, Answer answer) {
        if (answer.json().length <= LARGEST_BYTES && isAskedAgain(question)) {
            answers.put(question, answer);
        }
    }

    private boolean isAskedAgain(String question) {
        int hash = question.hashCode();
        int place = (hash ^ hash >>> 16) & (ASKED_ONCE - 1);
        boolean isKnown = askedOnce[place] == hash;
        askedOnce[place] = hash;
        return isKnown;
    }
}
