package dev.annals.fire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** One connection through a link. */
final class Wire {

    private static final int MOST_BYTES = 64 * 1024;
    private static final String COMMIT = "commit\0";

    /** Before its text, a query has a letter and its length. */
    private static final int QUERY_HEAD_BYTES = 5;

    /** What PostgreSQL says when a transaction has ended, one way or the other. */
    private static final Pattern ENDED = Pattern.compile("(COMMIT|ROLLBACK)\0");

    private static final int LONGEST_END = 9;
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
    private volatile boolean losesCommit;
    private String lost = "";

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
        String said =
                new String(bytes, 0, count, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        isListening = isListening || said.contains(LISTEN);
        int commit = said.indexOf(COMMIT);
        if (commit >= 0) {
            var cut = link.takeCommitCut();
            if (cut.filter(Link.CommitCut.BEFORE::equals).isPresent()) {
                postgres.write(bytes, 0, Math.max(0, commit - QUERY_HEAD_BYTES));
                throw new IOException("cut before the commit");
            }
            losesCommit = cut.isPresent();
        }
        Patience.pause(link.delay());
        postgres.write(bytes, 0, count);
    }

    private void answer(byte[] bytes, int count, OutputStream node) throws IOException {
        if (!losesCommit) {
            node.write(bytes, 0, count);
        } else if (isEnded(new String(bytes, 0, count, StandardCharsets.ISO_8859_1))) {
            throw new IOException("cut after the commit");
        }
    }

    /**
     * Answers to what was sent with the commit may come before its own, and may be cut anywhere.
     */
    private boolean isEnded(String answers) {
        lost += answers;
        boolean isEnded = ENDED.matcher(lost).find();
        lost = lost.substring(Math.max(0, lost.length() - LONGEST_END));
        return isEnded;
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
