package dev.annals.fire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection through a link. */
final class Wire {

    private static final int MOST_BYTES = 64 * 1024;
    private static final String COMMIT = "COMMIT\0";
    private static final String LISTEN = "listen ";

    /** Says something from one end to the other, or does not. */
    private interface Passing {
        void pass(byte[] bytes, int count, OutputStream to) throws IOException;
    }

    private final Link link;
    private final Socket node;
    private final int target;
    private Socket postgres;
    private volatile boolean isSwallowed;
    private volatile boolean isListening;
    private volatile boolean losesNextAnswer;

    Wire(Link link, Socket node, int target, boolean isSwallowed) {
        this.link = link;
        this.node = node;
        this.target = target;
        this.isSwallowed = isSwallowed;
    }

    void start() {
        Thread.ofVirtual().start(this::connect);
    }

    /** Whether the node listens for notifications here, and would hear them. */
    boolean isListening() {
        return isListening && !isSwallowed;
    }

    void swallow() {
        isSwallowed = true;
    }

    private void connect() {
        try {
            postgres = new Socket("127.0.0.1", target);
            node.setTcpNoDelay(true);
            postgres.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pump(postgres, node, this::answer));
            pump(node, postgres, this::ask);
        } catch (IOException _) {
            cut();
        }
    }

    private void pump(Socket from, Socket to, Passing passing) {
        byte[] bytes = new byte[MOST_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (!isSwallowed) {
                    passing.pass(bytes, count, out);
                }
            }
        } catch (IOException _) {
            // cut at one end
        }
        if (!isSwallowed) {
            cut();
        }
    }

    private void ask(byte[] bytes, int count, OutputStream postgres) throws IOException {
        String said = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
        isListening = isListening || said.toLowerCase(Locale.ROOT).contains(LISTEN);
        if (said.contains(COMMIT)) {
            var cut = link.takeCommitCut();
            if (cut.filter(Link.CommitCut.BEFORE::equals).isPresent()) {
                throw new IOException("cut before the commit");
            }
            losesNextAnswer = cut.isPresent();
        }
        Patience.pause(link.delay());
        postgres.write(bytes, 0, count);
    }

    private void answer(byte[] bytes, int count, OutputStream node) throws IOException {
        if (losesNextAnswer) {
            throw new IOException("cut after the commit");
        }
        node.write(bytes, 0, count);
    }

    void cut() {
        close(node);
        close(postgres);
        link.ended(this);
    }

    private static void close(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException _) {
            // is closed all the same
        }
    }
}
