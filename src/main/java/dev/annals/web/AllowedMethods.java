package dev.annals.web;

import dev.annals.web.problem.Problem;
import dev.annals.web.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says which methods a path takes: answers OPTIONS, and refuses the others with an Allow header,
 * which the framework leaves out.
 */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            AppendResource.class,
            ChangesResource.class,
            ConflictsResource.class,
            EntitiesResource.class,
            ExportsResource.class,
            ImportsResource.class,
            LogResource.class,
            ProblemsResource.class,
            ReplayResource.class,
            StateResource.class,
            TimelinesResource.class,
            WhyResource.class
        })
public class AllowedMethods {

    private static final int BEFORE_RESOURCES = 1;
    private static final String ALWAYS = "OPTIONS";

    /** A path's segments, and what it takes; a segment in braces fits any. */
    private record Resource(List<String> segments, Set<String> methods) {

        boolean fits(List<String> asked) {
            if (asked.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < asked.size(); i++) {
                boolean any = segments.get(i).startsWith("{") && !asked.get(i).isEmpty();
                if (!any && !segments.get(i).equals(asked.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Resource> resources;

    AllowedMethods(BeanManager beans) {
        Map<String, Set<String>> methods = new TreeMap<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                collect(path.value(), bean.getBeanClass(), methods);
            }
        }
        resources =
                methods.entrySet().stream()
                        .map(path -> new Resource(segments(path.getKey()), path.getValue()))
                        .toList();
    }

    private static void collect(String path, Class<?> resource, Map<String, Set<String>> methods) {
        for (Method method : resource.getDeclaredMethods()) {
            Path own = method.getAnnotation(Path.class);
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    Set<String> ofPath =
                            methods.computeIfAbsent(
                                    path + (own == null ? "" : own.value()),
                                    _ -> new TreeSet<>(Set.of(ALWAYS)));
                    ofPath.add(http.value());
                    if (http.value().equals(HttpMethod.GET)) {
                        ofPath.add(HttpMethod.HEAD);
                    }
                }
            }
        }
    }

    void route(@Observes Router router) {
        router.route().order(BEFORE_RESOURCES).handler(this::check);
    }

    private void check(RoutingContext context) {
        Optional<Set<String>> allowed = of(context.normalizedPath());
        String method = context.request().method().name();
        if (allowed.isEmpty() || allowed.get().contains(method) && !method.equals(ALWAYS)) {
            context.next();
            return;
        }
        HttpServerResponse response =
                context.response().putHeader("Allow", String.join(", ", allowed.get()));
        if (method.equals(ALWAYS)) {
            response.setStatusCode(204).end();
        } else {
            Problem.of(ProblemType.METHOD_NOT_ALLOWED, "expected one of " + allowed.get())
                    .send(response);
        }
    }

    /**
     * The methods that a path takes, its parameters ({@code ;a=b}) left aside; empty if there is no
     * such resource.
     */
    private Optional<Set<String>> of(String path) {
        List<String> asked = segments(path);
        return resources.stream().filter(r -> r.fits(asked)).findFirst().map(Resource::methods);
    }

    private static List<String> segments(String path) {
        String plain = path.replaceAll(";[^/]*", "");
        return List.of(plain.replaceFirst("/$", "").replaceFirst("^/", "").split("/", -1));
    }
}
