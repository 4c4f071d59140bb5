package dev.annals.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testing.Answer;
import dev.annals.testing.Client;
import dev.annals.testing.Facts;
import dev.annals.testing.RunningService;
import dev.annals.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No token is written anywhere: not into the log at any level, an answer or a metric. */
@QuarkusTest
@RunningService
@WithTestResource(KeyServer.class)
@DisabledOnIntegrationTest("reads the log of its own process")
class SecretsTest {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OWN = Logger.getLogger("dev.annals");

    private final ConcurrentLinkedQueue<String> logged = new ConcurrentLinkedQueue<>();
    private final Level rootLevel = ROOT.getLevel();
    private final Level ownLevel = OWN.getLevel();

    private final Handler listener =
            new ExtHandler() {
                @Override
                protected void doPublish(ExtLogRecord entry) {
                    logged.add(text(entry));
                }
            };

    private static final ExtFormatter WORDS =
            new ExtFormatter() {
                @Override
                public String format(ExtLogRecord entry) {
                    return formatMessage(entry);
                }
            };

    private static String text(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(WORDS.formatMessage(entry)).append('\n');
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    @BeforeEach
    void listen() {
        Issuing.publish();
        listener.setLevel(Level.ALL);
        ROOT.addHandler(listener);
        ROOT.setLevel(org.jboss.logmanager.Level.DEBUG);
        OWN.setLevel(org.jboss.logmanager.Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        ROOT.removeHandler(listener);
        ROOT.setLevel(rootLevel);
        OWN.setLevel(ownLevel);
    }

    /** Tokens that count and that do not, in each way that there is. */
    private static List<String> tokens() {
        JwtClaims expired = Signer.claims("recorder");
        expired.setIssuedAt(NumericDate.fromSeconds(0));
        expired.setExpirationTimeMinutesInTheFuture(-5);
        JwtClaims foreign = Signer.claims("recorder");
        foreign.setIssuer("https://evil.example");
        JwtClaims malformed = Signer.claims("recorder");
        malformed.setClaim("groups", 7);
        return List.of(
                TestDatabase.ALICE,
                "a-wrong-token-0815",
                Issuing.token("recorder"),
                Issuing.token("curator"),
                Issuing.token(),
                Issuing.RSA.sign(expired),
                Issuing.RSA.sign(foreign),
                Issuing.RSA.sign(malformed),
                Signer.rsa("rsa-1").sign(Signer.claims("recorder")),
                Signer.rsa("unknown").sign(Signer.claims("recorder")),
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl",
                "not.a.jwt-0815");
    }

    @Test
    void no_token_is_logged_answered_or_counted() {
        String timeline = Client.timeline();
        for (String token : tokens()) {
            for (Object body : new Object[] {Facts.event("x"), "{", "[]", "{\"type\": 7}"}) {
                stays(token, Client.append(timeline, body, token));
            }
            stays(token, Client.get("/timelines", "Authorization", "Bearer " + token));
            stays(token, Client.get("/nope", "Authorization", "Bearer " + token));
            stays(token, Client.get("/q/health", "Authorization", "Bearer " + token));
        }
        assertThat(logged).as("the log is heard").isNotEmpty();
        assertThat(Client.get("/q/metrics").text())
                .doesNotContain(TestDatabase.ALICE, "a-wrong-token-0815", "eyJ");
    }

    private void stays(String token, Answer answer) {
        assertThat(answer.status()).isLessThan(500);
        String secret = token.substring(token.lastIndexOf('.') + 1);
        assertThat(answer.toString()).doesNotContain(secret).doesNotContain("eyJ");
        assertThat(logged).noneMatch(entry -> entry.contains(secret) || entry.contains("eyJ"));
    }

    @Test
    void what_holds_tokens_does_not_show_them() {
        WriteTokens tokens = new WriteTokens(Optional.of("ann=" + TestDatabase.ALICE));
        assertThat(tokens.toString()).doesNotContain(TestDatabase.ALICE);
        assertThat(new Caller("ann", Roles.ALL).toString()).contains("ann");
    }
}
