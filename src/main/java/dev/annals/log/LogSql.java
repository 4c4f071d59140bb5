package dev.annals.log;

import io.vertx.mutiny.sqlclient.Tuple;

/** The statements that read a page of the log, by what they filter. */
final class LogSql {

    /**
     * Through both halves of the subject's touches in order, so that a page reads no more than a
     * page.
     */
    private static final String TOUCHED =
            """
            from (
                (select position from touches
                 where timeline = $1 and subject = %1$s and folded and position > $2 and position <= $3 %2$s)
                union all
                (select position from touches
                 where timeline = $1 and subject = %1$s and not folded and position > $2 and position <= $3 %2$s)
            ) t cross join lateral (
                select * from facts where timeline = $1 and position = t.position offset 0
            ) f
            where true
            """;

    private static final String ALL =
            "from facts f where f.timeline = $1 and f.position > $2 and f.position <= $3\n";

    /** The facts before the first one that does not fit, and how many there were to choose from. */
    private static final String AS_FAR_AS_FITS =
            """
            select position, type, json, choice from (
                select position, type, json, count(*) over () as choice,
                    sum(octet_length(json)) over (order by position) - octet_length(json) as bytes_before
                from (%s) wanted
            ) measured
            where bytes_before < %d order by position
            """;

    /** The last fact of a page may go beyond. */
    private static final int PAGE_BYTES = 1 << 20;

    private LogSql() {}

    /**
     * @param parameters timeline, after, up to, limit; those of the filter are added
     */
    static String page(LogFilter filter, Tuple parameters) {
        StringBuilder sql = new StringBuilder("select f.position, f.type, f.json\n");
        if (filter.subject().isPresent()) {
            boolean onlySubject = filter.type().isEmpty() && filter.dates().isEmpty();
            String limit = onlySubject ? "order by position limit $4" : "";
            sql.append(
                    TOUCHED.formatted(
                            next(parameters.addString(filter.subject().get().toString())), limit));
        } else {
            sql.append(ALL);
        }
        filter.type()
                .ifPresent(
                        type ->
                                sql.append(
                                        " and f.type = "
                                                + next(parameters.addString(type.word()))
                                                + "\n"));
        filter.dates()
                .ifPresent(
                        dates -> {
                            String latest = next(parameters.addLong(dates.latest().epochDay()));
                            String earliest = next(parameters.addLong(dates.earliest().epochDay()));
                            sql.append(
                                    " and f.earliest <= "
                                            + latest
                                            + " and f.latest >= "
                                            + earliest
                                            + "\n");
                        });
        return AS_FAR_AS_FITS.formatted(sql.append("order by f.position limit $4"), PAGE_BYTES);
    }

    private static String next(Tuple parameters) {
        return "$" + parameters.size();
    }
}
