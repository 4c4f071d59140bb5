package dev.annals.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.fact.Slug;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedSlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    Aengus Ó Snodaigh | aengus-o-snodaigh
                    Pat "the Cope" Gallagher | pat-the-cope-gallagher
                    People's Democratic Party | peoples-democratic-party
                    Michelle O’Neill | michelle-oneill
                    Jüri Ratas, Dr. | juri-ratas-dr
                    Łukasz Żółw | lukasz-zolw
                    Никита Хрущёв | nikita-khrushchiov
                    毛泽东 | mao-ze-dong
                    Ελευθέριος | eleutherios
                    --4th-- | 4th
                    """)
    void names_in_any_script_become_slugs(String name, String slug) {
        assertThat(NamedSlug.of(name)).contains(slug);
    }

    @Test
    void a_name_without_letters_and_digits_has_none() {
        assertThat(NamedSlug.of("…")).isEmpty();
        assertThat(NamedSlug.of("")).isEmpty();
    }

    @Test
    void whatever_comes_out_is_a_slug() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            int length = random.nextInt(1, 60);
            for (int j = 0; j < length; j++) {
                name.appendCodePoint(random.nextInt(1, random.nextBoolean() ? 0x250 : 0x2ffff));
            }
            String text = name.toString();
            assertThat(NamedSlug.of(text).filter(slug -> !Slug.isSlug(slug))).as(text).isEmpty();
        }
    }

    @Test
    void marks_and_joints_keep_within_the_length() {
        String longest = "x".repeat(Slug.MAX_LENGTH);
        assertThat(NamedSlug.marked(longest, "q42")).hasSize(Slug.MAX_LENGTH).endsWith("x-q42");
        assertThat(NamedSlug.joined("a".repeat(127), "b")).isEqualTo("a".repeat(127));
    }
}
