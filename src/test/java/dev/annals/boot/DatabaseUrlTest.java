package dev.annals.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void all_parts_are_read() {
        assertThat(DatabaseUrl.parse("postgresql://ann:secret@db.example:5433/annals"))
                .isEqualTo(new DatabaseUrl("ann", "secret", List.of("db.example:5433"), "annals"));
    }

    @Test
    void as_text_it_has_neither_user_nor_password() {
        assertThat(DatabaseUrl.parse("postgresql://ann:secret@db.example/annals"))
                .hasToString("annals at db.example:5432");
    }

    @Test
    void password_and_port_may_be_left_out() {
        assertThat(DatabaseUrl.parse("postgresql://ann@db.example/annals"))
                .isEqualTo(new DatabaseUrl("ann", "", List.of("db.example:5432"), "annals"));
    }

    @Test
    void the_short_scheme_and_blanks_around_are_accepted() {
        assertThat(DatabaseUrl.parse(" postgres://ann@localhost/annals\n").servers())
                .containsExactly("localhost:5432");
    }

    @Test
    void what_is_reserved_is_percent_encoded_and_a_plus_is_a_plus() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://a%40b:p%2Fw%3A+%25@localhost/x");

        assertThat(url.user()).isEqualTo("a@b");
        assertThat(url.password()).isEqualTo("p/w:+%");
    }

    @Test
    void a_password_may_hold_colons() {
        assertThat(DatabaseUrl.parse("postgresql://a:b:c@localhost/x").password()).isEqualTo("b:c");
    }

    @Test
    void the_addresses_for_clients_have_neither_user_nor_password() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ann:secret@h:1/d%20e");

        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://h:1/d%20e");
        assertThat(url.reactive()).isEqualTo("postgresql://h:1/d%20e");
    }

    @Test
    void several_servers_are_told_apart_and_the_primary_is_looked_for() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ann@one,two:5433,[::1]:5434/d");

        assertThat(url.servers()).containsExactly("one:5432", "two:5433", "[::1]:5434");
        assertThat(url.jdbc())
                .isEqualTo(
                        "jdbc:postgresql://one:5432,two:5433,[::1]:5434/d?targetServerType=primary");
        assertThat(url.reactive())
                .isEqualTo(
                        "postgresql://one:5432/d,postgresql://two:5433/d,postgresql://[::1]:5434/d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "mysql://ann:secret@h/d",
                "postgresql://h/secret",
                "postgresql://ann:secret@h",
                "postgresql://ann:secret@h/",
                "postgresql://ann:sec ret@h/d",
                "postgresql:ann:secret",
                "postgresql://ann:secret@h,/d",
                "postgresql://ann:secret@h:x/d",
                "postgresql://ann:secret%zz@h/d",
                "jdbc:postgresql://h/d?password=secret"
            })
    void another_form_is_refused_without_repeating_the_password(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseUrl.parse(text))
                .withMessageContaining("postgresql://user:password@host:port/database")
                .withMessageNotContaining("secret")
                .withMessageNotContaining("sec ret")
                .withNoCause();
    }
}
