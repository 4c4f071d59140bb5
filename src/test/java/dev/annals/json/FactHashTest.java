package dev.annals.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.domain.fact.RecordedFact;
import org.junit.jupiter.api.Test;

/** The chain's links for facts worked out by another program (Python's json and hashlib). */
class FactHashTest {

    private static final String FIRST =
            """
            {"recordedBy": "alice", "type": "OfficeAssumed", "id": "01935f6e-7c1a-7b52-9f6e-0d2c4b1a9e00",
             "office": "premier-of-the-soviet-union", "person": "nikita-khrushchev", "date": "1958-03-27",
             "sources": [{"title": "Khrushchev: The Man and His Era", "author": "William Taubman", "year": 2003}],
             "note": "\u20ac \ud83d\ude80 \\"\\\\/\\n", "position": 1,
             "recordedAt": "2026-11-22T12:00:00.000001Z"}
            """;

    private static final String SECOND =
            """
            {"type": "PlaceDescribed", "id": "01935f6e-7c1a-7b52-9f6e-0d2c4b1a9e01", "place": "volgograd",
             "name": "Volgograd", "latitude": 48.708020, "longitude": 4.45e1, "position": 2,
             "recordedAt": "2026-11-22T12:00:00.000001Z", "recordedBy": "alice"}
            """;

    private static final String FIRST_HASH =
            "96cbfd232a62a692225891667f59bc930427beb1900712107892db5a24354fe4";
    private static final String SECOND_HASH =
            "418e0820f7928ecea40a6e52b7d711e301f675062dda4b115e7fc4a2585fbe63";

    @Test
    void the_first_fact_follows_noughts() {
        assertThat(FactHash.of(FactHash.NONE, FactReader.recorded(FIRST))).isEqualTo(FIRST_HASH);
        assertThat(FactHash.NONE).isEqualTo("0".repeat(64));
    }

    @Test
    void the_next_follows_the_one_before() {
        assertThat(FactHash.of(FIRST_HASH, FactReader.recorded(SECOND))).isEqualTo(SECOND_HASH);
    }

    @Test
    void whatever_is_changed_shows() {
        RecordedFact fact = FactReader.recorded(FIRST);
        for (String changed :
                new String[] {
                    FIRST.replace("03-27", "03-28"),
                    FIRST.replace("alice", "bob"),
                    FIRST.replace("\"position\": 1", "\"position\": 2"),
                    FIRST.replace("000001Z", "000002Z"),
                    FIRST.replace("9e00", "9e01"),
                    FIRST.replace("2003", "2004")
                }) {
            assertThat(FactReader.recorded(changed)).isNotEqualTo(fact);
            assertThat(FactHash.of(FactHash.NONE, FactReader.recorded(changed)))
                    .isNotEqualTo(FIRST_HASH);
        }
        assertThat(FactHash.of(FIRST_HASH, fact)).isNotEqualTo(FIRST_HASH);
    }
}
