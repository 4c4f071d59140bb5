package dev.annals.bench.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final String WITH_LENGTH =
            "HTTP/1.1 201 Created\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nabcde";

    private static final String IN_CHUNKS =
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n1a\r\ndefghijklmnopqrstuvwxyz123\r\n0\r\n\r\n";

    @Test
    void an_answer_is_there_with_its_last_byte_and_not_before() {
        for (String text : new String[] {WITH_LENGTH, IN_CHUNKS}) {
            for (int length = 0; length < text.length(); length++) {
                assertThat(Answer.in(bytes(text.substring(0, length)))).isEmpty();
            }
            assertThat(Answer.in(bytes(text))).isPresent();
        }
    }

    @Test
    void what_is_expected_is_found_across_chunks() {
        Answer answer = Answer.in(bytes(IN_CHUNKS)).orElseThrow();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.end()).isEqualTo(IN_CHUNKS.length());
        assertThat(answer.holds("bcdefg".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(answer.holds("bd".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void a_length_is_read_after_other_headers_of_content() {
        Answer answer = Answer.in(bytes(WITH_LENGTH)).orElseThrow();

        assertThat(answer.text()).isEqualTo("201 abcde");
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }
}
