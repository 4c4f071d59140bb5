package dev.annals.views;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;

/** The parameters of a statement that takes a timeline and then one array per column. */
final class Columns<R> {

    private final List<R> rows;
    private final Tuple parameters;

    Columns(int timeline, List<R> rows) {
        this.rows = rows;
        this.parameters = Tuple.tuple().addInteger(timeline);
    }

    Columns<R> numbers(Function<R, Long> column) {
        parameters.addArrayOfLong(values(column, new Long[rows.size()]));
        return this;
    }

    Columns<R> texts(Function<R, String> column) {
        parameters.addArrayOfString(values(column, new String[rows.size()]));
        return this;
    }

    Columns<R> flags(Function<R, Boolean> column) {
        parameters.addArrayOfBoolean(values(column, new Boolean[rows.size()]));
        return this;
    }

    /** A loop, since it runs for each column of each row that is written. */
    private <T> T[] values(Function<R, T> column, T[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }

    Tuple parameters() {
        return parameters;
    }
}
