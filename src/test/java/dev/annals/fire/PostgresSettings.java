package dev.annals.fire;

import java.util.Map;

/** Durable, on a small disk, and with little in memory that could hide a loss. */
final class PostgresSettings {

    static final Map<String, String> ALL =
            Map.ofEntries(
                    Map.entry("listen_addresses", "127.0.0.1"),
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("full_page_writes", "on"),
                    Map.entry("wal_writer_delay", "10s"),
                    Map.entry("max_connections", "120"),
                    Map.entry("shared_buffers", "16MB"),
                    Map.entry("min_wal_size", "2MB"),
                    Map.entry("max_wal_size", "24MB"),
                    Map.entry("wal_keep_size", "24MB"),
                    Map.entry("wal_retrieve_retry_interval", "100ms"),
                    Map.entry("logging_collector", "off"),
                    Map.entry("log_line_prefix", "%m [%p] "));

    private PostgresSettings() {}
}
