package dev.annals.exports;

import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A fact with all fields that its type has, each with a value that is met nowhere else. A field of
 * a type without a value here fails.
 */
final class DistinctFact {

    private static final String DATE = "1957-03?";

    private final Class<?> type;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Fact.Plain fact;

    DistinctFact(Class<?> type) {
        this.type = type;
        this.fact = (Fact.Plain) record(type, "");
    }

    Fact.Plain fact() {
        return fact;
    }

    /** By field, those of sources as {@code sources/title}: what a document shows if it has it. */
    Map<String, String> texts() {
        return texts;
    }

    private Object record(Class<?> record, String path) {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            String name = components[i].getName();
            // The provenance of a fact is no field in its JSON, but its parts are.
            String inner = name.equals("provenance") ? path : path + name;
            values[i] = value(components[i].getGenericType(), inner);
        }
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(record.toString(), e);
        }
    }

    private Object value(Type of, String field) {
        if (of instanceof ParameterizedType generic) {
            Object inner = value(generic.getActualTypeArguments()[0], field);
            return generic.getRawType().equals(List.class) ? List.of(inner) : Optional.of(inner);
        }
        Class<?> plain = (Class<?>) of;
        if (plain.isRecord() && plain != Slug.class && plain != EdtfDate.class) {
            return record(plain, field.isEmpty() ? "" : field + "/");
        }
        Object value = leaf(plain, field);
        texts.put(field, shown(value, field));
        return value;
    }

    private Object leaf(Class<?> plain, String field) {
        String text = type.getSimpleName() + "-" + field.replace('/', '-');
        String slug = text.toLowerCase(Locale.ROOT);
        if (plain == Slug.class) {
            return new Slug(slug);
        }
        if (plain == String.class) {
            boolean isAddress = field.equals("sameAs") || field.endsWith("url");
            return isAddress ? "https://x.example/" + slug : slug;
        }
        if (plain == EdtfDate.class) {
            return EdtfDate.parse(DATE);
        }
        if (plain == Boolean.class) {
            return true;
        }
        if (plain == Integer.class) {
            return field.endsWith("year") ? 1881 : 77_731;
        }
        if (plain == Double.class) {
            return field.equals("latitude") ? 12.34567 : 23.45678;
        }
        throw new AssertionError("no value of the type " + plain + " for " + field);
    }

    private static String shown(Object value, String field) {
        return switch (value) {
            case Boolean _ -> field;
            case EdtfDate date -> date.text();
            default -> value.toString();
        };
    }
}
