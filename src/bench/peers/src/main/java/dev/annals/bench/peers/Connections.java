package dev.annals.bench.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A pool as large as the services'. */
final class Connections {

    static final int MOST = 24;

    private Connections() {}

    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(MOST);
        return new HikariDataSource(config);
    }
}
