package dev.annals.web;

import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which methods a path takes: answers OPTIONS, and refuses the others with an Allow header,
 * which the framework leaves out.
 */
@ApplicationScoped
public class AllowedMethods {

    private static final String ANY = "*";
    private static final int BEFORE_RESOURCES = 1;

    /** The resources that take more than GET. */
    private static final Map<List<String>, List<String>> METHODS =
            Map.of(
                    List.of("timelines", ANY), List.of("PUT"),
                    List.of("timelines", ANY, "facts"), List.of("POST"));

    /** All resources, by the segments of their paths. */
    private static final List<List<String>> PATHS =
            List.of(
                    List.of("problems", ANY),
                    List.of("timelines"),
                    List.of("timelines", ANY),
                    List.of("timelines", ANY, "state"),
                    List.of("timelines", ANY, "replay"),
                    List.of("timelines", ANY, "facts"),
                    List.of("timelines", ANY, "facts", ANY),
                    List.of("timelines", ANY, "offices"),
                    List.of("timelines", ANY, "offices", ANY),
                    List.of("timelines", ANY, "offices", ANY, "holders"),
                    List.of("timelines", ANY, "people"),
                    List.of("timelines", ANY, "people", ANY),
                    List.of("timelines", ANY, "places"),
                    List.of("timelines", ANY, "places", ANY));

    void route(@Observes Router router) {
        router.route("/timelines*").order(BEFORE_RESOURCES).handler(AllowedMethods::check);
        router.route("/problems/*").order(BEFORE_RESOURCES).handler(AllowedMethods::check);
    }

    private static void check(RoutingContext context) {
        Optional<List<String>> allowed = of(context.normalizedPath());
        String method = context.request().method().name();
        if (allowed.isEmpty() || allowed.get().contains(method) && !method.equals("OPTIONS")) {
            context.next();
            return;
        }
        HttpServerResponse response =
                context.response().putHeader("Allow", String.join(", ", allowed.get()));
        if (method.equals("OPTIONS")) {
            response.setStatusCode(204).end();
        } else {
            Problem problem =
                    Problem.of(ProblemType.METHOD_NOT_ALLOWED, "expected one of " + allowed.get());
            response.setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Cache-Control", "no-store")
                    .end(problem.json());
        }
    }

    /**
     * The methods that a path takes, its parameters ({@code ;a=b}) left aside; empty if there is no
     * such resource.
     */
    static Optional<List<String>> of(String path) {
        String plain = path.replaceAll(";[^/]*", "").replaceFirst("/$", "");
        List<String> segments = List.of(plain.split("/", -1)).stream().skip(1).toList();
        return PATHS.stream()
                .filter(p -> fits(p, segments))
                .findFirst()
                .map(AllowedMethods::methods);
    }

    private static boolean fits(List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < pattern.size(); i++) {
            boolean any = pattern.get(i).equals(ANY) && !segments.get(i).isEmpty();
            if (!any && !pattern.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> methods(List<String> pattern) {
        List<String> methods = new ArrayList<>(List.of("GET", "HEAD", "OPTIONS"));
        methods.addAll(METHODS.getOrDefault(pattern, List.of()));
        return methods;
    }
}
