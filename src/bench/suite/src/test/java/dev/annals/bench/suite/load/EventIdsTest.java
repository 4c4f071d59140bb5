package dev.annals.bench.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    private static final String EVENTS =
            ":\n\nretry: 2000\n\nid: 9\nevent: x\ndata: {\"id: 7\": 1}\n\nid: 10\ndata: y\n\n";

    @Test
    void a_replay_numbers_its_facts_after_the_last_stroke() {
        List<Long> found = new ArrayList<>();
        String played = "id: 636/1953-02-24/0\n\nid: 636/1953-03-01/577\n\nid: 636/end\n\n";

        new EventIds().read(Unpooled.copiedBuffer(played, StandardCharsets.UTF_8), found::add);

        assertThat(found).containsExactly(577L);
    }

    @Test
    void ids_are_found_wherever_a_piece_ends() {
        for (int cut = 0; cut <= EVENTS.length(); cut++) {
            List<Long> found = new ArrayList<>();
            EventIds ids = new EventIds();
            for (String piece : new String[] {EVENTS.substring(0, cut), EVENTS.substring(cut)}) {
                ids.read(Unpooled.copiedBuffer(piece, StandardCharsets.UTF_8), found::add);
            }
            assertThat(found).as("cut at %d", cut).containsExactly(9L, 10L);
        }
    }
}
