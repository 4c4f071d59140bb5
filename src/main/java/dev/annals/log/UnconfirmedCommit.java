package dev.annals.log;

import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotice;
import java.io.IOException;

/**
 * PostgreSQL called a transaction committed, but did not wait until its synchronous standby had it:
 * somebody cancelled the wait. It says so in a warning beside the success. A fail-over could lose
 * what was committed, so the commit counts as failed; the next one, which finds the facts held,
 * waits for the standby as well.
 */
final class UnconfirmedCommit extends IOException {

    private static final long serialVersionUID = 1L;

    private static final String WARNING = "01000";

    private UnconfirmedCommit(PgNotice notice) {
        super(notice.getMessage());
    }

    /** What a connection was warned of during one transaction. */
    static final class Watch {
        private volatile PgNotice warning;

        void over(SqlConnection connection) {
            ((PgConnection) connection.getDelegate())
                    .noticeHandler(
                            notice ->
                                    warning = WARNING.equals(notice.getCode()) ? notice : warning);
        }

        void check() throws UnconfirmedCommit {
            if (warning != null) {
                throw new UnconfirmedCommit(warning);
            }
        }
    }
}
