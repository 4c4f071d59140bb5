package dev.annals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    @ParameterizedTest
    @ValueSource(
            doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_speed_that_gets_nowhere_is_refused(double daysPerSecond) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pace.Speed(daysPerSecond))
                .withMessageContaining("above zero, or max");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-9, 0.5, 30, 1e300, Double.MAX_VALUE})
    void any_other_speed_is_a_pace(double daysPerSecond) {
        assertThat(new Pace.Speed(daysPerSecond).daysPerSecond()).isEqualTo(daysPerSecond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "-PT2M", "PT-0.000000001S"})
    void a_duration_that_is_none_is_refused(String duration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pace.Within(Duration.parse(duration)))
                .withMessageContaining("above zero");
    }
}
