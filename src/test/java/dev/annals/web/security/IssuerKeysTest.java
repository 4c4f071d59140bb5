package dev.annals.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** When the issuer's keys are fetched, and what holds while they cannot be. */
class IssuerKeysTest {

    private static final Signer OLD = Signer.rsa("old");
    private static final Signer NEW = Signer.rsa("new");

    private long nowNanos = Long.MAX_VALUE - 1; // a clock that starts anywhere, and wraps
    private int fetched;
    private Uni<PublicKeys> served = published(OLD);

    private final IssuerKeys keys =
            new IssuerKeys(
                    Uni.createFrom()
                            .deferred(
                                    () -> {
                                        fetched++;
                                        return served;
                                    }),
                    () -> nowNanos);

    private static Uni<PublicKeys> published(Signer... signers) {
        return Uni.createFrom().item(() -> PublicKeys.parse(Signer.published(signers)));
    }

    private static Uni<PublicKeys> broken() {
        return Uni.createFrom().failure(new IOException("the server answered 500"));
    }

    private void pass(Duration time) {
        nowNanos += time.toNanos();
    }

    private List<PublicKey> fitting(Signer signer) {
        return keys.fitting(token(signer)).await().atMost(Duration.ofSeconds(5));
    }

    private static JsonWebSignature token(Signer signer) {
        try {
            JsonWebSignature token = new JsonWebSignature();
            token.setCompactSerialization(signer.sign("{}"));
            return token;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void unavailable(Signer signer) {
        assertThatThrownBy(() -> fitting(signer))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(503));
    }

    @Test
    void keys_are_fetched_when_first_needed_and_then_kept() {
        assertThat(fetched).isZero();
        for (int i = 0; i < 10; i++) {
            assertThat(fitting(OLD)).containsExactly(OLD.key().getPublicKey());
        }
        assertThat(fetched).isOne();
    }

    @Test
    void an_unknown_key_is_looked_for_but_not_more_often_than_once_in_a_pause() {
        fitting(OLD);
        for (int i = 0; i < 100; i++) {
            assertThat(fitting(NEW)).isEmpty();
        }
        assertThat(fetched).isOne();
        pass(IssuerKeys.PAUSE);
        for (int i = 0; i < 100; i++) {
            assertThat(fitting(NEW)).isEmpty();
        }
        assertThat(fetched).isEqualTo(2);
    }

    @Test
    void a_new_key_is_found_after_a_pause() {
        fitting(OLD);
        served = published(OLD, NEW);
        pass(IssuerKeys.PAUSE);
        assertThat(fitting(NEW)).containsExactly(NEW.key().getPublicKey());
    }

    @Test
    void a_key_that_was_taken_back_is_forgotten_once_keys_are_no_longer_fresh() {
        fitting(OLD);
        served = published(NEW);
        pass(IssuerKeys.FRESH);
        fitting(OLD);
        assertThat(fitting(OLD)).isEmpty();
    }

    @Test
    void known_keys_are_used_while_their_server_is_gone_but_not_for_ever() {
        fitting(OLD);
        served = broken();
        pass(IssuerKeys.USABLE.minusSeconds(1));
        assertThat(fitting(OLD)).isNotEmpty();
        pass(Duration.ofSeconds(1));
        unavailable(OLD);
    }

    @Test
    void without_keys_nothing_can_be_told_and_the_server_is_left_in_peace_for_a_pause() {
        served = broken();
        unavailable(OLD);
        unavailable(OLD);
        assertThat(fetched).isOne();
        served = published(OLD);
        unavailable(OLD);
        pass(IssuerKeys.PAUSE);
        assertThat(fitting(OLD)).isNotEmpty();
    }

    @Test
    void an_unknown_key_cannot_be_told_while_the_server_is_gone() {
        fitting(OLD);
        served = broken();
        pass(IssuerKeys.PAUSE);
        unavailable(NEW);
        assertThat(fitting(OLD)).isNotEmpty();
    }

    @Test
    void what_holds_no_key_counts_as_not_fetched() {
        served = Uni.createFrom().item(() -> PublicKeys.parse("{\"keys\": []}"));
        unavailable(OLD);
    }

    @Test
    void who_asks_meanwhile_waits_for_the_same_answer() {
        List<UniEmitter<? super PublicKeys>> asked = new ArrayList<>();
        served = Uni.createFrom().emitter(asked::add);
        List<List<PublicKey>> found = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            keys.fitting(token(OLD)).subscribe().with(found::add);
        }
        assertThat(asked).hasSize(1);
        assertThat(found).isEmpty();
        asked.getFirst().complete(PublicKeys.parse(Signer.published(OLD)));
        assertThat(found).hasSize(10).allMatch(keys -> keys.size() == 1);
    }
}
