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
        parameters.addArrayOfLong(rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    Columns<R> texts(Function<R, String> column) {
        parameters.addArrayOfString(rows.stream().map(column).toArray(String[]::new));
        return this;
    }

    Columns<R> flags(Function<R, Boolean> column) {
        parameters.addArrayOfBoolean(rows.stream().map(column).toArray(Boolean[]::new));
        return this;
    }

    Tuple parameters() {
        return parameters;
    }
}
