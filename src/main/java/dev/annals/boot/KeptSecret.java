package dev.annals.boot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/** A secret that the service made once and keeps in a file that only its owner can read. */
record KeptSecret(Path file, String value) {

    private static final int BYTES = 32;
    private static final int MOST_CHARACTERS = 4_096;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/=-]+");

    /**
     * Reads the secret, or makes it: 256 random bits, safe in URLs and headers. The file is locked
     * meanwhile, so that services that start at once agree; one left empty by a crash is filled.
     *
     * @throws BootFailure if the file cannot be read or written, or holds what is no secret
     */
    static KeptSecret readOrMake(Path file) {
        var options =
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try (FileChannel channel =
                FileChannel.open(file, options, DataFolder.onlyOwner("rw-------"))) {
            channel.lock();
            String kept = read(channel).strip();
            String value = kept.isEmpty() ? write(channel, random()) : kept;
            if (!FORM.matcher(value).matches()) {
                throw new BootFailure(
                        "the file " + file + " holds characters that a secret cannot have");
            }
            return new KeptSecret(file, value);
        } catch (IOException e) {
            throw new BootFailure("the file " + file + " cannot be read or written: " + e);
        }
    }

    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_CHARACTERS);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    private static String write(FileChannel channel, String value) throws IOException {
        channel.write(ByteBuffer.wrap((value + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
        channel.force(true);
        return value;
    }

    /** Keeps the value out of logs. */
    @Override
    public String toString() {
        return "secret in " + file;
    }
}
