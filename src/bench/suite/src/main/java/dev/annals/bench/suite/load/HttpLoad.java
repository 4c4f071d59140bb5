package dev.annals.bench.suite.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/**
 * So many clients, each of which sends its next request when the last one is answered. One thread
 * serves them all, with no more work for each answer than to look at it: what is measured needs the
 * processors.
 */
public final class HttpLoad implements AutoCloseable {

    /** What came back: all of it as it should be. */
    public record Result(long answers, double seconds, Histogram nanos) {

        public double rate() {
            return answers / seconds;
        }

        public double p50Micros() {
            return nanos.getValueAtPercentile(50) / 1e3;
        }

        public double p99Micros() {
            return nanos.getValueAtPercentile(99) / 1e3;
        }
    }

    private final EventLoopGroup group = new NioEventLoopGroup(1);

    /**
     * @param exchanges gives the request with a number, counted from 0
     */
    public Result run(int port, int clients, Duration duration, LongFunction<Exchange> exchanges)
            throws Exception {
        Conversation.Shared shared = new Conversation.Shared(exchanges);
        List<Channel> channels = new ArrayList<>();
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(group)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .handler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        channel.pipeline().addLast(new Conversation(shared));
                                    }
                                });
        for (int i = 0; i < clients; i++) {
            channels.add(bootstrap.connect("127.0.0.1", port).sync().channel());
        }
        long startNanos = System.nanoTime();
        group.submit(() -> shared.begin(startNanos + duration.toNanos(), channels)).sync();
        for (Channel channel : channels) {
            channel.closeFuture().sync();
        }
        if (shared.failure() != null) {
            throw new IOException(shared.failure());
        }
        return new Result(
                shared.answers(), (shared.lastNanos() - startNanos) / 1e9, shared.nanos());
    }

    @Override
    public void close() {
        group.shutdownGracefully().syncUninterruptibly();
    }
}
