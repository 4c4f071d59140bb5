package dev.annals.domain.date;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of three other libraries' suites; where Annals decides otherwise, the row and why. */
class EdtfSuitesTest {

    private static final Suite GO = Suite.load("go-edtf");
    private static final Suite PYTHON = Suite.load("python-edtf");
    private static final Suite TS = Suite.load("edtf-ts");

    private static final String FREE_TEXT = "free text is not EDTF";
    private static final String FOUR_DIGITS = "Y needs a year of more than four digits";

    private static final Map<String, String> REFUSED =
            Map.of(
                    "Spring, 2002", FREE_TEXT,
                    "winter, 2002", FREE_TEXT,
                    "second quarter of 2001", FREE_TEXT,
                    "Y1700", FOUR_DIGITS,
                    "Y-1200", FOUR_DIGITS,
                    "Y20E2", FOUR_DIGITS,
                    "Y-20E2S3", FOUR_DIGITS);

    private static final String AS_WRITTEN = "the day as written counts, not the one in UTC";

    private static final Map<String, String> OTHER_BOUNDS_THAN_GO =
            Map.of("1985-04-12T23:20:30-04", AS_WRITTEN);

    private static final String NO_BOUND = "an unknown end has no bound, rather than ten years";
    private static final String SIGNIFICANT = "significant digits bound as far as they reach";

    private static final Map<String, String> OTHER_BOUNDS_THAN_PYTHON =
            Map.of(
                    "/2006", NO_BOUND,
                    "2004-06-01/", NO_BOUND,
                    "1984-06-02?/", NO_BOUND,
                    "2010-24", "a winter ends in February",
                    "1950S2", SIGNIFICANT,
                    "1953S2", SIGNIFICANT,
                    "1953S3", SIGNIFICANT,
                    "Y17101E4S3", SIGNIFICANT,
                    "Y3388E2S3", SIGNIFICANT,
                    "Y171010000S3", SIGNIFICANT);

    @Test
    void the_suites_are_whole() {
        assertThat(Stream.of(GO, PYTHON, TS).map(suite -> suite.rows().size()))
                .containsExactly(84, 106, 115);
        assertThat(List.of(go().size(), python().size(), significant().size()))
                .containsExactly(71, 90, 6);
    }

    static Stream<Suite.Row> rows() {
        return Stream.of(GO, PYTHON, TS).flatMap(suite -> suite.rows().stream());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_valid_or_not_as_its_suite_says_unless_named_here(Suite.Row row) {
        boolean expected = row.isValid() && !REFUSED.containsKey(row.input());
        assertThat(isValid(row.input())).as(row.input()).isEqualTo(expected);
    }

    static List<Suite.Row> go() {
        return GO.rows().stream().filter(EdtfSuitesTest::isBoundedByGo).toList();
    }

    @ParameterizedTest
    @MethodSource("go")
    void a_row_of_go_edtf_has_its_bounds_unless_named_here(Suite.Row row) {
        check(row, boundsByGo(row), OTHER_BOUNDS_THAN_GO);
    }

    static List<Suite.Row> python() {
        return PYTHON.rows().stream().filter(Suite.Row::isValid).toList();
    }

    @ParameterizedTest
    @MethodSource("python")
    void a_row_of_python_edtf_has_its_bounds_unless_named_here(Suite.Row row) {
        check(row, bounds(row, "strict"), OTHER_BOUNDS_THAN_PYTHON);
    }

    static List<Suite.Row> significant() {
        return python().stream()
                .filter(row -> OTHER_BOUNDS_THAN_PYTHON.get(row.input()) == SIGNIFICANT)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("significant")
    void significant_digits_have_the_fuzzy_bounds_of_python_edtf(Suite.Row row) {
        assertThat(EdtfDate.parse(row.input()).bounds()).isEqualTo(bounds(row, "fuzzy"));
    }

    @Test
    void every_exception_named_here_is_in_its_suite() {
        assertThat(inputs(GO)).containsAll(REFUSED.keySet());
        assertThat(inputs(GO)).containsAll(OTHER_BOUNDS_THAN_GO.keySet());
        assertThat(inputs(PYTHON)).containsAll(OTHER_BOUNDS_THAN_PYTHON.keySet());
    }

    private static void check(Suite.Row row, Bounds theirs, Map<String, String> exceptions) {
        Bounds ours = EdtfDate.parse(row.input()).bounds();
        if (exceptions.containsKey(row.input())) {
            assertThat(ours).as(exceptions.get(row.input())).isNotEqualTo(theirs);
        } else {
            assertThat(ours).as(row.input()).isEqualTo(theirs);
        }
    }

    private static boolean isBoundedByGo(Suite.Row row) {
        boolean given = !(row.cell("start_lower") + row.cell("end_upper")).isEmpty();
        return given && !REFUSED.containsKey(row.input());
    }

    private static Bounds boundsByGo(Suite.Row row) {
        return new Bounds(
                Days.of(dateOf(row.cell("start_lower")), Day.BEFORE_ALL),
                Days.of(dateOf(row.cell("end_upper")), Day.AFTER_ALL));
    }

    private static String dateOf(String dateTime) {
        return dateTime.replaceFirst("T.*", "");
    }

    private static Bounds bounds(Suite.Row row, String kind) {
        return Days.bounds(row.cell("lower_" + kind), row.cell("upper_" + kind));
    }

    private static Set<String> inputs(Suite suite) {
        return suite.rows().stream().map(Suite.Row::input).collect(toSet());
    }

    private static boolean isValid(String input) {
        try {
            EdtfDate.parse(input);
            return true;
        } catch (DateSyntaxException refused) {
            return false;
        }
    }
}
