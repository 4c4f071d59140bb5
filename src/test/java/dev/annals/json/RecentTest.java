package dev.annals.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final List<String> made = new ArrayList<>();
    private final Recent<StringBuilder> recent = new Recent<>(noting(StringBuilder::new));

    private <V> Function<String, V> noting(Function<String, V> maker) {
        return text -> {
            made.add(text);
            return maker.apply(text);
        };
    }

    @Test
    void a_text_that_comes_again_is_made_once() {
        assertThat(recent.of("1953")).isSameAs(recent.of(new String("1953")));
        assertThat(made).containsExactly("1953");
    }

    @Test
    void texts_of_one_hash_take_each_others_place_and_stay_apart() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(recent.of("Aa")).hasToString("Aa");
        assertThat(recent.of("BB")).hasToString("BB");
        assertThat(recent.of("Aa")).hasToString("Aa");
        assertThat(made).containsExactly("Aa", "BB", "Aa");
    }

    @Test
    void a_long_text_is_not_kept() {
        String text = "[" + "1953,".repeat(4_000) + "1954]";
        recent.of(text);
        recent.of(text);
        assertThat(made).hasSize(2);
    }

    @Test
    void what_cannot_be_made_is_refused_each_time() {
        Recent<Integer> numbers = new Recent<>(noting(Integer::valueOf));
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.of("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.of("x"));
        assertThat(made).hasSize(2);
    }
}
