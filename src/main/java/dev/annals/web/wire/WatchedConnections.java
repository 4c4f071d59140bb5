package dev.annals.web.wire;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts a watch on each connection that the service accepts. Found by Netty's service loader; the
 * HTTP server itself offers no place from which a connection can be seen before its first request.
 */
@RegisterForReflection
public final class WatchedConnections extends ChannelInitializerExtension {

    private static final String ENCODER = "httpEncoder";

    private final Duration patience =
            ConfigProvider.getConfig()
                    .getOptionalValue("annals.head-timeout", Duration.class)
                    .orElse(Duration.ofSeconds(15));

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addLast(new Placing(patience));
    }

    /** Waits until the HTTP server has set up the connection, and takes its place there. */
    private static final class Placing extends ChannelInboundHandlerAdapter {
        private final Duration patience;

        Placing(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) throws Exception {
            if (context.pipeline().get(ENCODER) != null) {
                context.pipeline().addAfter(ENCODER, "head-watch", new HeadWatch(patience));
            }
            super.channelActive(context);
            context.pipeline().remove(this);
        }
    }
}
