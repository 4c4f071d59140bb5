package dev.annals.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerNoteTest {

    @TempDir private Path cluster;

    @Test
    void the_number_of_a_process_that_does_something_else_is_not_believed() throws IOException {
        note(
                ProcessHandle.current().pid()
                        + "\n"
                        + cluster
                        + "\n1\n20001\n\n127.0.0.1\n\nready   \n");

        ServerNote note = ServerNote.read(cluster).orElseThrow();

        assertThat(note.isReady()).isTrue();
        assertThat(note.isTrue()).isFalse();
    }

    @Test
    void a_process_that_works_in_the_folder_is_the_server() throws IOException {
        Process process = new ProcessBuilder("sleep", "60").directory(cluster.toFile()).start();
        try {
            note(process.pid() + "\n");
            assertThat(ServerNote.read(cluster)).get().matches(ServerNote::isTrue);
        } finally {
            process.destroyForcibly().onExit().join();
        }
        assertThat(ServerNote.read(cluster)).get().matches(note -> !note.isTrue());
    }

    @Test
    void a_server_that_is_starting_is_not_ready() throws IOException {
        note("17\n" + cluster + "\n1\n20001\n\n127.0.0.1\n\nstarting\n");

        assertThat(ServerNote.read(cluster)).get().matches(note -> !note.isReady());
    }

    @Test
    void what_is_missing_or_half_written_is_no_note() throws IOException {
        assertThat(ServerNote.read(cluster)).isEmpty();
        note("");
        assertThat(ServerNote.read(cluster)).isEmpty();
    }

    @Test
    void a_note_can_be_forgotten() throws IOException {
        note("17\n");

        ServerNote.read(cluster).orElseThrow().forget();

        assertThat(ServerNote.read(cluster)).isEmpty();
    }

    private void note(String text) throws IOException {
        Files.writeString(cluster.resolve("postmaster.pid"), text);
    }
}
