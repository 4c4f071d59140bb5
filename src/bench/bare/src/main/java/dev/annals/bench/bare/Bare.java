package dev.annals.bench.bare;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One statement a request, each committed by itself, and answers that need none. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class Bare {

    private static final String INSERT =
            "insert into facts (id, type, recorded_at, json) values ($1, 'fact', now(), $2)"
                    + " returning position";

    private static final String SELECT = "select json from answers where key = $1";

    private final Pool pool;
    private final ConcurrentMap<Integer, String> constants = new ConcurrentHashMap<>();

    Bare(Pool pool) {
        this.pool = pool;
    }

    @POST
    @Path("facts")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> insert(String json) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(UUID.randomUUID(), json))
                .map(rows -> created(rows.iterator().next()));
    }

    private static Response created(Row row) {
        return Response.status(Response.Status.CREATED)
                .entity("{\"head\":" + row.getLong(0) + "}")
                .build();
    }

    @GET
    @Path("answers/{key}")
    public Uni<String> select(@PathParam("key") int key) {
        return pool.preparedQuery(SELECT)
                .execute(Tuple.of(key))
                .map(rows -> rows.iterator().next().getString(0));
    }

    @GET
    @Path("constant/{bytes}")
    public String constant(@PathParam("bytes") int bytes) {
        return constants.computeIfAbsent(bytes, "x"::repeat);
    }
}
