package dev.annals.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.erdtman.jcs.NumberToJSON;

/**
 * Writes one JSON value as text, in the order in which it is told or in the form of RFC 8785. It
 * writes what the libraries would, without making a tree of it first: an append writes every fact
 * twice.
 */
public final class JsonText {

    private static final char[] UPPER = "0123456789ABCDEF".toCharArray();
    private static final char[] LOWER = "0123456789abcdef".toCharArray();

    /** Numbers up to here are the same in every notation. */
    private static final long EXACT = 1L << 53;

    /**
     * Where a field was written, its name in front: to be put in order when its object ends.
     *
     * @param end exclusive; 0 until it is looked for
     */
    private record Field(String name, int start, int end) {}

    /** Says one value. */
    public interface Saying {
        void to(JsonText out);
    }

    private final boolean isCanonical;
    private final StringBuilder text = new StringBuilder(512);
    private final List<Field> fields = new ArrayList<>();

    private JsonText(boolean isCanonical) {
        this.isCanonical = isCanonical;
    }

    /** In the order told. */
    public static String of(Saying value) {
        return say(false, value);
    }

    /** In the form of RFC 8785: fields in order of their names, numbers as ECMAScript has them. */
    static String canonical(Saying value) {
        return say(true, value);
    }

    private static String say(boolean isCanonical, Saying value) {
        JsonText out = new JsonText(isCanonical);
        value.to(out);
        return out.text.toString();
    }

    /** An object, as a value in a list or by itself. */
    public void object(Saying itsFields) {
        separate();
        int start = text.append('{').length();
        int outerFields = fields.size();
        itsFields.to(this);
        if (isCanonical) {
            List<Field> own = fields.subList(outerFields, fields.size());
            sort(own, start);
            own.clear();
        }
        text.append('}');
    }

    private void sort(List<Field> own, int start) {
        String written = text.substring(start);
        int end = written.length();
        List<Field> ended = new ArrayList<>(own.size());
        for (Field field : own.reversed()) {
            ended.add(new Field(field.name(), field.start() - start, end));
            end = field.start() - start - 1; // the comma
        }
        ended.sort(Comparator.comparing(Field::name)); // by UTF-16 units, as it must be
        text.setLength(start);
        for (Field field : ended) {
            separate();
            text.append(written, field.start(), field.end());
        }
    }

    public void object(String name, Saying itsFields) {
        name(name);
        object(itsFields);
    }

    public void list(Saying items) {
        separate();
        text.append('[');
        items.to(this);
        text.append(']');
    }

    public void list(String name, Saying items) {
        name(name);
        list(items);
    }

    /** An item of a list. */
    public void item(String value) {
        separate();
        quoted(value);
    }

    /**
     * @param value null is written as such
     */
    public void field(String name, String value) {
        name(name);
        if (value == null) {
            text.append("null");
        } else {
            quoted(value);
        }
    }

    public void field(String name, boolean value) {
        name(name);
        text.append(value);
    }

    public void field(String name, long value) {
        name(name);
        if (isCanonical && Math.abs(value) > EXACT) {
            text.append(ecmaScript(value));
        } else {
            text.append(value);
        }
    }

    public void field(String name, double value) {
        name(name);
        text.append(isCanonical ? ecmaScript(value) : Double.toString(value));
    }

    /** A field whose value is JSON already, in the form wanted. */
    public void raw(String name, String json) {
        name(name);
        text.append(json);
    }

    private void name(String name) {
        separate();
        if (isCanonical) {
            fields.add(new Field(name, text.length(), 0));
        }
        text.append('"').append(name).append("\":");
    }

    private void separate() {
        char last = text.isEmpty() ? '[' : text.charAt(text.length() - 1);
        if (last != '[' && last != '{' && last != ':') {
            text.append(',');
        }
    }

    private static String ecmaScript(double value) {
        try {
            return NumberToJSON.serializeNumber(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void quoted(String value) {
        text.append('"');
        int done = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(value, done, i);
                escaped(c);
                done = i + 1;
            }
        }
        text.append(value, done, value.length()).append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                char[] digits = isCanonical ? LOWER : UPPER;
                text.append("\\u00").append(digits[c >> 4]).append(digits[c & 15]);
            }
        }
    }
}
