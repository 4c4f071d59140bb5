package dev.annals.boot;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Objects;

/**
 * How full the heap is and what keeping it so costs. Micrometer's own meters of it hear of each
 * collection, which a native executable does not tell of; these ask when they are read.
 */
@Singleton
class HeapMeters {

    private static final double MILLIS_PER_SECOND = 1_000;

    private final List<MemoryPoolMXBean> pools =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();
    private final List<GarbageCollectorMXBean> collectors =
            ManagementFactory.getGarbageCollectorMXBeans();

    void watch(@Observes StartupEvent event, MeterRegistry registry) {
        Gauge.builder("annals.heap.after.collection", this, HeapMeters::afterCollection)
                .description("What the last collection left in the heap, as a part of its limit")
                .baseUnit("ratio")
                .register(registry);
        FunctionCounter.builder("annals.heap.collections", this, HeapMeters::collecting)
                .description("Time in which collections kept the service waiting")
                .baseUnit("seconds")
                .register(registry);
    }

    private double afterCollection() {
        long left =
                pools.stream()
                        .map(MemoryPoolMXBean::getCollectionUsage)
                        .filter(Objects::nonNull)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum();
        return (double) left / Runtime.getRuntime().maxMemory();
    }

    private double collecting() {
        return collectors.stream()
                        .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
                        .sum()
                / MILLIS_PER_SECOND;
    }
}
