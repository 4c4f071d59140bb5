package dev.annals.domain.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EdtfPropertyTest {

    private static final int RUNS = 2_000;

    @Test
    void a_coarser_date_contains_the_finer() {
        Seeded.runs(
                RUNS,
                random -> {
                    String finer = day(random).toString();
                    while (finer.length() > "-0000".length()) {
                        String coarser = finer.substring(0, finer.lastIndexOf('-'));
                        assertContains(coarser, finer);
                        finer = coarser;
                    }
                });
    }

    @Test
    void an_unspecified_digit_contains_every_digit_in_its_place() {
        Seeded.runs(
                RUNS,
                random -> {
                    var text = new StringBuilder(day(random).toString());
                    for (int left = random.nextInt(1, 9); left > 0; left--) {
                        String finer = text.toString();
                        int place = random.nextInt(text.length());
                        if (text.charAt(place) != '-') {
                            text.setCharAt(place, 'X');
                        }
                        assertContains(text.toString(), finer);
                    }
                });
    }

    @Test
    void a_set_and_an_interval_contain_their_dates() {
        Seeded.runs(
                RUNS,
                random -> {
                    LocalDate start = day(random);
                    LocalDate end = start.plusDays(random.nextInt(5_000));
                    assertContains(start + "/" + end, start.toString());
                    assertContains("[" + end + "," + start + "]", start + "/" + end);
                    assertContains("[" + start + ".." + end + "]", end.toString());
                    assertContains("{" + start + "..}", start + "/" + end);
                    assertContains("../" + end, start + "/" + end);
                });
    }

    @Test
    void the_text_of_bounds_has_those_bounds() {
        Seeded.runs(
                RUNS,
                random -> {
                    LocalDate first = day(random);
                    LocalDate last = first.plusDays(random.nextInt(3));
                    var bounds = new Bounds(Day.of(first), Day.of(last));
                    assertRoundTrip(bounds);
                    assertRoundTrip(new Bounds(Day.BEFORE_ALL, bounds.latest()));
                    assertRoundTrip(new Bounds(bounds.earliest(), Day.AFTER_ALL));
                });
    }

    @Test
    void a_mark_wherever_it_may_stand_changes_the_margin_and_not_the_bounds() {
        for (String text :
                List.of("1961", "-0044-03", "196X-21", "1958-03-27", "Y17E7", "1950S2")) {
            assertThat(markedOnce(text))
                    .hasSizeBetween(1, 6)
                    .allSatisfy(d -> assertMarked(d, text));
        }
        for (String text : List.of("1961/1964-10", "../1961", "[1958,1960]", "{..1958-03-27}")) {
            assertThat(markedOnce(text))
                    .hasSizeBetween(2, 8)
                    .allSatisfy(d -> assertMarked(d, text));
        }
    }

    private static List<EdtfDate> markedOnce(String text) {
        return IntStream.rangeClosed(0, text.length())
                .mapToObj(place -> new StringBuilder(text).insert(place, "~").toString())
                .flatMap(marked -> parsed(marked).stream())
                .toList();
    }

    private static Optional<EdtfDate> parsed(String text) {
        try {
            return Optional.of(EdtfDate.parse(text));
        } catch (DateSyntaxException refused) {
            return Optional.empty();
        }
    }

    private static void assertMarked(EdtfDate marked, String text) {
        assertThat(marked.bounds()).isEqualTo(EdtfDate.parse(text).bounds());
        assertThat(marked.margin()).isNotEqualTo(Margin.NONE);
        assertThat(EdtfDate.parse(text).margin()).isEqualTo(Margin.NONE);
    }

    private static void assertContains(String coarser, String finer) {
        Bounds outer = EdtfDate.parse(coarser).bounds();
        Bounds inner = EdtfDate.parse(finer).bounds();
        assertThat(outer.contains(inner)).as(coarser + " contains " + finer).isTrue();
    }

    private static void assertRoundTrip(Bounds bounds) {
        String text = EdtfDate.textOf(bounds).orElseThrow();
        assertThat(EdtfDate.parse(text).bounds()).as(text).isEqualTo(bounds);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(random.nextInt(-9_980, 9_980), 1, 1).plusDays(random.nextInt(366));
    }
}
