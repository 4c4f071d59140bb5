package dev.annals.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;

class PassingTroubleTest {

    private static final PgException DISK_FULL = failure("53100");
    private static final PgException DUPLICATE = failure("23505");
    private static final PgException TOO_LATE = failure("25P02");

    private static PgException failure(String sqlState) {
        return new PgException("it went wrong", "ERROR", sqlState, "");
    }

    @Test
    void a_full_disk_may_have_room_again_a_duplicate_stays_one() {
        assertThat(PassingTrouble.is(DISK_FULL)).isTrue();
        assertThat(PassingTrouble.is(DUPLICATE)).isFalse();
    }

    @Test
    void what_came_too_late_in_a_transaction_hides_nothing() {
        assertThat(PassingTrouble.is(new CompositeException(TOO_LATE, DISK_FULL))).isTrue();
        assertThat(PassingTrouble.is(new CompositeException(DUPLICATE, TOO_LATE))).isFalse();
    }
}
