package dev.annals.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.domain.fact.Source;
import dev.annals.formats.FactFile.Found;
import dev.annals.formats.FactFile.Read;
import dev.annals.formats.FactFile.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet saves is read as people mean it. */
class CsvFileTest {

    private static InputStream file(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    private static List<Found> read(String text) throws IOException {
        return read(file(text, StandardCharsets.UTF_8));
    }

    private static List<Found> read(InputStream in) throws IOException {
        List<Found> all = new ArrayList<>();
        try (CsvFile file = CsvFile.open(in)) {
            for (Optional<Found> next = file.next(); next.isPresent(); next = file.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    private static Fact fact(Found found) {
        assertThat(found).isInstanceOf(Read.class);
        return ((Read) found).fact();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void columns_come_in_any_order_and_are_separated_as_the_first_row_has_it(String separator)
            throws IOException {
        String text =
                "date|type|person\r\n1953-03-05|PersonDied|joseph-stalin\r\n"
                        .replace("|", separator);
        Fact.PersonDied died = (Fact.PersonDied) fact(read(text).getFirst());
        assertThat(died.person()).isEqualTo(new Slug("joseph-stalin"));
        assertThat(died.date().text()).isEqualTo("1953-03-05");
    }

    @Test
    void a_byte_order_mark_line_feeds_alone_and_empty_rows_are_taken() throws IOException {
        List<Found> found =
                read("\uFEFF\"type\",date,person\nPersonDied,1953,a\n\n,,\nPersonDied,1954,b\n");
        assertThat(found).hasSize(2);
        assertThat(found.get(1).place().line()).isEqualTo(5);
    }

    @Test
    void a_row_is_where_it_begins_although_its_cells_have_line_breaks() throws IOException {
        List<Found> found =
                read(
                        "type,date,person,note\nPersonDied,1953,a,\"one\ntwo\"\"\nthree\"\nPersonDied,19o4,b,\n");
        assertThat(fact(found.get(0)).provenance().note()).contains("one\ntwo\"\nthree");
        assertThat(found.get(1).place().line()).isEqualTo(5);
        assertThat(((Refused) found.get(1)).reason()).startsWith("/date is not an EDTF date");
    }

    @Test
    void booleans_are_taken_as_spreadsheets_write_them() throws IOException {
        List<Found> found =
                read(
                        "type,office,person,date,acting\nOfficeAssumed,o,p,1953,TRUE\nOfficeAssumed,o,p,1953,False\nOfficeAssumed,o,p,1953,\nOfficeAssumed,o,p,1953,yes\n");
        assertThat(((Fact.OfficeAssumed) fact(found.get(0))).acting()).contains(true);
        assertThat(((Fact.OfficeAssumed) fact(found.get(1))).acting()).contains(false);
        assertThat(((Fact.OfficeAssumed) fact(found.get(2))).acting()).isEmpty();
        assertThat(((Refused) found.get(3)).reason())
                .startsWith("/acting expected")
                .contains("yes");
    }

    @Test
    void lists_and_sources_are_json_or_what_people_write() throws IOException {
        List<Found> found =
                read(
                        """
                        type,title,date,people,sources
                        EventOccurred,x,1953,a; b,A book
                        EventOccurred,y,1953,"[""a"",""b""]","[{""title"":""A book"",""year"":1999}]"
                        """);
        for (Found event : found) {
            assertThat(((Fact.EventOccurred) fact(event)).people())
                    .containsExactly(new Slug("a"), new Slug("b"));
            assertThat(fact(event).provenance().sources())
                    .extracting(Source::title)
                    .containsExactly("A book");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "type,sort\n", "type,date,type\n", "{\"type\": 1}\n", "\"type"})
    void what_is_no_table_of_facts_is_refused_as_a_whole(String text) {
        assertThatThrownBy(() -> CsvFile.open(file(text, StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void all_columns_that_are_none_of_a_fact_are_named_with_what_to_do() {
        assertThatThrownBy(
                        () -> CsvFile.open(file("type,sort,date,rank\n", StandardCharsets.UTF_8)))
                .hasMessageStartingWith(
                        "no columns of facts: \"sort\", \"rank\"; rename them or take them out; known are [");
    }

    @Test
    void a_row_that_is_not_utf_8_is_refused_by_itself() throws IOException {
        String text = "type,person,name\nPersonDescribed,a,Muller\nPersonDescribed,b,Müller\n";
        List<Found> found = read(file(text, StandardCharsets.ISO_8859_1));
        assertThat(found.get(0)).isInstanceOf(Read.class);
        assertThat(found.get(1).place().line()).isEqualTo(3);
        assertThat(((Refused) found.get(1)).reason()).contains("UTF-8");
    }

    @Test
    void what_spreadsheets_do_to_names_and_blanks_does_no_harm() throws IOException {
        List<Found> found =
                read("Type,PERSON,date,,\nPersonDied ,a , 1953,,\nPersonDied,b,1953,,my own\n");
        assertThat(((Fact.PersonDied) fact(found.get(0))).person()).isEqualTo(new Slug("a"));
        assertThat(((Refused) found.get(1)).reason()).contains("without a name");
    }

    @Test
    void a_row_with_more_cells_than_columns_is_refused_by_itself() throws IOException {
        List<Found> found = read("type,date,person\nPersonDied,1953,a,b\nPersonDied,1953,a\n");
        assertThat(found.get(0)).isInstanceOf(Refused.class);
        assertThat(found.get(1)).isInstanceOf(Read.class);
    }

    @Test
    void a_quote_that_is_never_closed_does_not_fill_the_memory() {
        InputStream endless =
                new SequenceInputStream(
                        file("type,person,name\nPersonDescribed,a,\"", StandardCharsets.UTF_8),
                        new InputStream() {
                            @Override
                            public int read() {
                                return 'x';
                            }
                        });
        assertThatThrownBy(() -> read(endless))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("longer than");
    }
}
