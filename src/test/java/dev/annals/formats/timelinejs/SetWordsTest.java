package dev.annals.formats.timelinejs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.date.EdtfDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1958,1960] | 1958 or 1960",
                "[1958, 1959-03, 1960] | 1958, 1959-03 or 1960",
                "{1958,1960} | 1958 and 1960",
                "[1958] | 1958",
                "[..1953] | 1953 or before",
                "{..1953} | 1953 and before",
                "[1953..] | 1953 or after",
                "[1964-10-14..1964-10-15] | some time between 1964-10-14 and 1964-10-15",
                "{1667,1670..1672} | 1667 and 1670 to 1672",
                "[..1953,1955] | 1953 or before or 1955",
                "[-0044-03..-0043-02] | some time between -0044-03 and -0043-02",
            })
    void a_set_is_told_in_words(String set, String words) {
        assertThat(SetWords.of(EdtfDate.parse(set).text())).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1958-03-27", "1953/..", "../1953", "195X", "1961~"})
    void what_is_no_set_stays_as_it_is_written(String date) {
        assertThat(SetWords.of(date)).isEqualTo(date);
    }
}
