package dev.annals.bench.suite.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Many clients of the same event stream, served by one thread. */
public final class Audience implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;
    private static final int PIECE_BYTES = 65_536;

    private final EventLoopGroup group = new NioEventLoopGroup(1);
    private final CountDownLatch begun;
    private final CountDownLatch complete = new CountDownLatch(1);
    private final Histogram delayNanos = new Histogram(3);
    private final long[] sentNanos;
    private final long after;
    private final int listeners;
    private double ratesOfAll;
    private long finished;
    private volatile long lastNanos;
    private volatile String failure;

    /**
     * @param after id of the event before the first one
     * @param events how many will be published
     */
    public Audience(int listeners, long after, int events) {
        this.begun = new CountDownLatch(listeners);
        this.after = after;
        this.sentNanos = new long[events];
        this.listeners = listeners;
    }

    /** Returns once everyone's stream has begun. */
    public void listen(int port, String path) throws IOException, InterruptedException {
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(group)
                        .channel(NioSocketChannel.class)
                        .handler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        channel.pipeline()
                                                .addLast(
                                                        new HttpClientCodec(
                                                                4096, 8192, PIECE_BYTES))
                                                .addLast(
                                                        new Listener(
                                                                path,
                                                                after,
                                                                after + sentNanos.length,
                                                                hearing()));
                                    }
                                });
        for (int i = 0; i < listeners; i++) {
            bootstrap.connect("127.0.0.1", port).sync();
        }
        await(begun, "the streams to begin");
    }

    private Listener.Hearing hearing() {
        return new Listener.Hearing() {
            @Override
            public void begun() {
                begun.countDown();
            }

            @Override
            public void heard(long id) {
                heardOne(id);
            }

            @Override
            public void heardAll(long nanos) {
                finish(nanos);
            }

            @Override
            public void failed(String reason) {
                failure = failure == null ? reason : failure;
                complete.countDown();
            }
        };
    }

    private void heardOne(long id) {
        long now = System.nanoTime();
        long sent = sentNanos[(int) (id - after - 1)];
        if (sent > 0) {
            delayNanos.recordValue(Math.max(0, now - sent));
        }
        lastNanos = now;
    }

    private void finish(long nanos) {
        ratesOfAll += (sentNanos.length - 1) / (Math.max(1, nanos) / 1e9);
        finished++;
        if (finished == listeners) {
            complete.countDown();
        }
    }

    /** What each heard a second, of all together; whoever came when. */
    public double rate() {
        return ratesOfAll;
    }

    /** Notes that the event with a number, counted from 0, is about to be sent. */
    public void sending(int number) {
        sentNanos[number] = System.nanoTime();
    }

    /**
     * Returns once everyone has heard everything.
     *
     * @return when that was
     */
    public long awaitAll() throws IOException, InterruptedException {
        await(complete, "everyone to hear everything");
        return lastNanos;
    }

    /** From sending until hearing. */
    public double p99Millis() {
        return delayNanos.getValueAtPercentile(99) / 1e6;
    }

    private void await(CountDownLatch latch, String what) throws IOException, InterruptedException {
        boolean isDone = latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (failure != null || !isDone) {
            throw new IOException(failure != null ? failure : "waited in vain for " + what);
        }
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
