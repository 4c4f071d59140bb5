package dev.annals.bench.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;

/** Takes orders as lines and answers each with a line of JSON, until there are no more. */
final class Orders {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Does one order. */
    @FunctionalInterface
    interface Doing {
        Map<String, ?> answer(String order, long[] numbers) throws Exception;
    }

    private Orders() {}

    /** Whatever libraries print goes to standard error. */
    static void take(Doing doing, PrintStream out) throws Exception {
        say(out, Map.of("ready", true));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            long[] numbers = Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray();
            try {
                say(out, doing.answer(words[0], numbers));
            } catch (Exception e) {
                e.printStackTrace();
                say(out, Map.of("error", e.toString()));
            }
        }
    }

    /** Where answers go; to be taken before anything else is done. */
    static PrintStream answers() {
        System.setOut(System.err);
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    }

    private static void say(PrintStream out, Map<String, ?> answer) throws Exception {
        out.println(JSON.writeValueAsString(answer));
    }
}
