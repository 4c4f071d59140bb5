package dev.annals.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page's own modules work out, asked of the bundle that it runs. */
@OnThePage
class ModulesIT {

    /**
     * @param expression of JavaScript, with {@code page} for all that the modules export and {@code
     *     given} for the argument
     */
    private static Object says(Visitor visitor, String expression, Object given) {
        return visitor.opens("/")
                .page()
                .evaluate(
                        "async given => { const page = await"
                                + " import(document.querySelector('script[type=module]').src);"
                                + (" return " + expression + "; }"),
                        given);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 June 1957|1957-06-01",
                "June 1, 1957|1957-06-01",
                "11th February 1919|1919-02-11",
                "jun 1957|1957-06",
                "1957-6-1|1957-06-01",
                "1957-6|1957-06",
                "1957|1957",
                " [1964-10-14..1964-10-15] |[1964-10-14..1964-10-15]",
                "1961~|1961~",
                "may be|may be",
                "someday|someday"
            })
    void a_typed_date_is_edtf(String typed, String date, Visitor visitor) {
        assertThat(says(visitor, "page.typedDate(given)", typed)).isEqualTo(date);
    }

    @Test
    void days_are_those_of_the_calendar(Visitor visitor) {
        Random random = new Random(1953);
        List<Integer> days =
                IntStream.range(0, 500)
                        .map(_ -> random.nextInt(-3_000_000, 3_000_000))
                        .boxed()
                        .toList();
        List<String> dates =
                days.stream().map(day -> LocalDate.ofEpochDay(day)).map(String::valueOf).toList();
        assertThat(says(visitor, "given.map(page.formatDay)", days)).isEqualTo(dates);
        assertThat(says(visitor, "given.map(page.parseDay)", dates)).isEqualTo(days);
        List<Integer> later =
                days.stream()
                        .map(day -> (int) LocalDate.ofEpochDay(day).plusMonths(-13).toEpochDay())
                        .toList();
        assertThat(says(visitor, "given.map(day => page.plusMonths(day, -13))", days))
                .isEqualTo(later);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "1958-03-27, 1958-03-27, since 27 March 1958",
                "1961-10-01, 1961-10-31, since October 1961",
                "1961-01-01, 1961-12-31, since 1961",
                "1964-10-14, 1964-10-15, since 14 or 15 October 1964",
                "1953-06-26, 1953-06-29, since some time between 26 and 29 June 1953",
                "none, 1953-05-10, since 10 May 1953 or earlier",
                "1953-05-10, none, since 10 May 1953 or later",
                "none, none, since an unknown date",
                "-0044-01-01, -0044-12-31, since 45 BC"
            })
    void bounds_are_told_in_words(String earliest, String latest, String words, Visitor visitor) {
        Object said =
                says(
                        visitor,
                        "page.sinceWords({earliest: given[0], latest: given[1]})",
                        new String[] {earliest, latest});
        assertThat(said).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?timeline=a-b&on=1961-06-01&known=635&from=1953-01-01&to=1964-12-31&office=o&person=p",
                "?timeline=a&on=1961-10&known=0",
                "?timeline=a&from=-0044-01-01&to=%2B17000-01-01&fact=0193f5a0-0000-7000-8000-000000000001",
                "?"
            })
    void an_address_is_the_view_and_back(String address, Visitor visitor) {
        assertThat(says(visitor, "page.searchOf(page.viewOf(given))", address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?timeline=../x&known=-1&from=1964-01-01&to=1953-01-01&person=No%20slug",
                "?known=1e3&fact=no-uuid&from=1953-01-01&office=%3Cscript%3E"
            })
    void of_a_wrong_address_nothing_is_taken(String address, Visitor visitor) {
        assertThat(says(visitor, "page.searchOf(page.viewOf(given))", address)).isEqualTo("?");
    }

    @ParameterizedTest
    @CsvSource({
        "Friedrich Ebert, friedrich-ebert",
        "Brașov, brasov",
        "Jānis Kalnbērziņš, janis-kalnberzins",
        "Fürstenberg (Oder), furstenberg-oder",
        "Lenin's Mausoleum, lenins-mausoleum",
        "Straße, strasse"
    })
    void a_name_has_a_slug(String name, String slug, Visitor visitor) {
        assertThat(says(visitor, "page.slugFor('place', given)", name)).isEqualTo(slug);
    }

    @Test
    void a_new_name_never_takes_the_slug_of_another(Visitor visitor) {
        Object entity =
                says(
                        visitor,
                        "page.entityOf('person', given, new Map([['person/ivan-serov', 'Ivan A. Serov']]))",
                        "Ivan Serov");
        assertThat(entity)
                .isEqualTo(Map.of("slug", "ivan-serov-2", "isNew", true, "name", "Ivan Serov"));
    }

    /** Each tells for ten milliseconds, and two may wait. */
    @Test
    void the_weighty_are_told_in_order_and_the_others_counted(Visitor visitor) {
        Object told =
                says(
                        visitor,
                        """
                        (() => {
                            const telling = new page.Telling({heldMillis: 10, atMost: 2});
                            given.forEach(weight => telling.hear(weight, weight));
                            return [0, 5, 10, 20].map(now => telling.next(now)).map(one => one && `${one.fact} +${one.others}`);
                        })()""",
                        List.of(1, 5, 0, 4, 0));
        assertThat((List<?>) told).isEqualTo(Arrays.asList("5 +3", null, "4 +0", null));
    }

    /** A hundred people, each of two years, one after the other in ten lanes. */
    @Test
    void those_next_to_each_other_differ_in_colour(Visitor visitor) {
        Object alike =
                says(
                        visitor,
                        """
                        (() => {
                            const spans = Array.from({length: given}, (_, i) => ({
                                person: `person-${i * 7 % 100}`, lane: `lane-${i % 10}`,
                                begin: {earliest: i * 100, latest: i * 100}, end: {earliest: i * 100 + 730, latest: i * 100 + 730},
                            }));
                            const colours = page.assigned(spans);
                            const again = page.assigned(spans.toReversed(), new Map());
                            const changed = [...colours].filter(([person, colour]) => again.get(person) !== colour);
                            const near = spans.filter((span, i) => [...spans.slice(i + 1, i + 8), ...spans.slice(i + 10, i + 11)]
                                .some(other => colours.get(other.person) === colours.get(span.person)));
                            return [colours.size, changed.length, near.length];
                        })()""",
                        100);
        assertThat((List<?>) alike).isEqualTo(List.of(100, 0, 0));
    }

    @Test
    void what_is_retracted_does_not_count_until_that_is_retracted(Visitor visitor) {
        String facts =
                """
                [{id: 'a', type: 'EventOccurred'}, {id: 'b', type: 'EventOccurred'}, {id: 'c', type: 'FactRetracted', fact: 'a'},
                 {id: 'd', type: 'FactCorrected', fact: 'b', with: {}}, {id: 'e', type: 'FactRetracted', fact: 'd'},
                 {id: 'f', type: 'FactRetracted', fact: 'c'}]""";
        String ids = ".map(fact => fact.id + (fact.correctedBy?.id ?? '')).join()";
        assertThat(says(visitor, "page.inEffect(" + facts + ".slice(0, given))" + ids, 3))
                .isEqualTo("b");
        assertThat(says(visitor, "page.inEffect(" + facts + ".slice(0, given))" + ids, 4))
                .isEqualTo("bd");
        assertThat(says(visitor, "page.inEffect(" + facts + ".slice(0, given))" + ids, 6))
                .isEqualTo("a,b");
    }
}
