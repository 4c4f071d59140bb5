package dev.annals.boot;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Ends a connection to the database from which nothing has come for too long: longer than any
 * statement takes. It has been cut off without a word; its statement fails, and whoever owns the
 * transaction tries again on another one. The client's own limit would say goodbye and wait for the
 * server's, for ever. Found by Netty's service loader.
 */
@RegisterForReflection
public final class Silence extends ChannelInitializerExtension {

    private static final int SECONDS = 15;

    @Override
    public void postInitializeClientChannel(Channel channel) {
        channel.pipeline().addFirst(new IdleStateHandler(SECONDS, 0, 0), new Cut());
    }

    /** Stands before everything else in the pipeline, so that nobody is asked. */
    private static final class Cut extends ChannelInboundHandlerAdapter {

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof IdleStateEvent) {
                context.close();
            } else {
                context.fireUserEventTriggered(event);
            }
        }
    }
}
