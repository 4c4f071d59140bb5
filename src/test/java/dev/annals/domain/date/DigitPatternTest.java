package dev.annals.domain.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitPatternTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12, true", "12, 13, false", "12, 112, false", "1X, 10, true", "1X, 19, true",
        "1X, 20, false", "X1, 1, true", "X1, 91, true", "X1, 101, false", "0X, 10, false"
    })
    void a_number_fits_if_every_specified_digit_is_its_own(
            String digits, int number, boolean fits) {
        assertThat(new DigitPattern(digits).fits(number)).isEqualTo(fits);
    }
}
