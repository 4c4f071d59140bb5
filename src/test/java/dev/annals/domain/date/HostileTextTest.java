package dev.annals.domain.date;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {

    private static final List<String> SEEDS =
            Stream.of("go-edtf", "python-edtf", "edtf-ts")
                    .flatMap(name -> Suite.load(name).rows().stream())
                    .map(Suite.Row::input)
                    .toList();

    private static final String LETTERS = "0123456789X-?~%/.,[]{}YES:TZ+ \0\n٣é\u202e\ud83d\ude00";

    @Test
    void a_mutated_expression_is_read_or_refused_in_place() {
        Seeded.runs(30_000, random -> check(mutated(random)));
    }

    @Test
    void random_characters_are_read_or_refused_in_place() {
        Seeded.runs(
                10_000,
                random ->
                        check(
                                IntStream.range(0, random.nextInt(20))
                                        .mapToObj(i -> "" + Seeded.charOf(random, LETTERS))
                                        .collect(joining())));
    }

    @Test
    void random_utf_16_is_read_or_refused_in_place() {
        Seeded.runs(
                10_000,
                random -> {
                    var text = new StringBuilder("1958-03");
                    int place = random.nextInt(text.length() + 1);
                    check(text.insert(place, (char) random.nextInt(0x10000)).toString());
                });
    }

    static Stream<String> longTexts() {
        int length = 2_000_000;
        return Stream.of(
                "[" + "1958,".repeat(length / 5) + "1958]",
                "[" + "XX00-02-29,".repeat(2_000) + "1958]",
                "[1958," + " ".repeat(length) + "1958]",
                "[".repeat(length),
                "{[".repeat(length / 2),
                "1958/".repeat(length / 5),
                "?".repeat(length),
                "-".repeat(length),
                "1958" + "-01".repeat(length / 3),
                "X".repeat(length),
                "Y" + "9".repeat(length),
                "Y1E" + "9".repeat(length),
                "1950S" + "0".repeat(length),
                ".".repeat(length));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("longTexts")
    void a_long_text_takes_time_in_proportion(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> check(text));
    }

    /** Nothing but the promised exception, at a place within the text, in words fit to show. */
    private static void check(String text) {
        try {
            assertThat(EdtfDate.parse(text).text()).isEqualTo(text);
        } catch (DateSyntaxException refused) {
            assertThat(refused.index()).isBetween(0, text.length());
            assertThat(refused.getMessage())
                    .hasSizeLessThan(100)
                    .matches(message -> message.codePoints().allMatch(HostileTextTest::isShown));
        }
    }

    private static boolean isShown(int codePoint) {
        return codePoint >= ' ' && codePoint <= '~' || Character.isLetterOrDigit(codePoint);
    }

    private static String mutated(Random random) {
        var text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int left = random.nextInt(1, 4); left > 0; left--) {
            int place = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(place, Seeded.charOf(random, LETTERS));
                case 1 -> text.insert(place, SEEDS.get(random.nextInt(SEEDS.size())));
                case 2 -> text.setLength(place);
                default -> text.replace(place, Math.min(place + 1, text.length()), "X");
            }
        }
        return text.toString();
    }
}
