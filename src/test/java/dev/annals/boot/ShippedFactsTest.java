package dev.annals.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.annals.log.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedFactsTest {

    @Test
    void every_line_is_a_fact_with_an_id_of_its_own() {
        List<Draft> facts = ShippedFacts.of(FlagshipTimeline.ID);

        assertThat(facts).hasSizeGreaterThan(100);
        assertThat(facts).extracting(Draft::id).doesNotHaveDuplicates();
        assertThat(facts.getLast().pointer()).isEqualTo("/" + (facts.size() - 1));
    }

    @Test
    void a_timeline_that_is_not_shipped_is_a_fault() {
        assertThatIllegalStateException().isThrownBy(() -> ShippedFacts.of("atlantis"));
    }
}
