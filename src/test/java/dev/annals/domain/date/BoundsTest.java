package dev.annals.domain.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundsTest {

    private static final Bounds MARCH = Days.bounds("1953-03-01", "1953-03-31");
    private static final Bounds A_DAY = Days.bounds("1953-03-05", "1953-03-05");

    @Test
    void bounds_that_run_backwards_are_refused_with_both_days_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Days.bounds("1953-03-05", "1953-03-04"))
                .withMessageContainingAll("1953-03-05", "1953-03-04");
    }

    @Test
    void more_than_one_day_is_imprecise() {
        assertThat(A_DAY.isImprecise()).isFalse();
        assertThat(MARCH.isImprecise()).isTrue();
    }

    @Test
    void bounds_contain_what_lies_within_them_and_themselves() {
        assertThat(MARCH.contains(A_DAY)).isTrue();
        assertThat(MARCH.contains(MARCH)).isTrue();
        assertThat(A_DAY.contains(MARCH)).isFalse();
        assertThat(Bounds.NONE.contains(MARCH)).isTrue();
        assertThat(MARCH.contains(Days.bounds("1953-03-05", ".."))).isFalse();
    }

    @Test
    void they_are_ordered_by_earliest_then_latest_with_no_lower_bound_first() {
        Bounds before = Days.bounds("..", "1953-03-05");
        Bounds after = Days.bounds("1953-03-05", "..");
        assertThat(List.of(after, A_DAY, MARCH, Bounds.NONE, before).stream().sorted())
                .containsExactly(before, Bounds.NONE, MARCH, A_DAY, after);
    }
}
