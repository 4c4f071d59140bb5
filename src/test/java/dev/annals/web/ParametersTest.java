package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.testing.Client;
import dev.annals.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked wrongly is 400, with the name of what is wrong. */
@QuarkusTest
@RunningService
class ParametersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state|on",
                "state?on=|on",
                "state?on=soon|on",
                "state?on=1964/1953|on",
                "state?on=../..|on",
                "state?on=%FF|on",
                "state?on=1953&office=Premier|office",
                "state?on=1953&person=|person",
                "state?on=1953&place=%00|place",
                "offices/premier-of-the-soviet-union/holders|on",
                "offices?limit=0|limit",
                "people?limit=1001|limit",
                "places?limit=ten|limit",
                "offices?after=No_Slug|after",
                "offices?q=%00|q",
                "facts?limit=0|limit",
                "facts?limit=1001|limit",
                "facts?limit=|limit",
                "facts?after=-1|after",
                "facts?after=x|after",
                "facts?type=Nothing|type",
                "facts?type=|type",
                "facts?subject=premier|subject",
                "facts?subject=office/|subject",
                "facts?subject=nothing/x|subject",
                "facts?from=x|from",
                "facts?to=x|to",
                "facts?from=1964&to=1953|to"
            })
    void a_missing_malformed_or_backward_parameter_is_named(String asked) {
        String[] parts = asked.split("\\|");
        JsonNode problem =
                Client.get("/timelines/soviet-union-1953-1964/" + parts[0])
                        .problem(400, "invalid-parameter");
        assertThat(problem.get("detail").textValue()).contains(parts[1]);
    }
}
