package dev.annals.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ways in which somebody may get at a log. Each takes a log of two facts at least, does its
 * worst to it, and says what is to be found, or null where this log has nothing to do it to.
 */
enum Tampering {
    CONTENT_CHANGED {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            change(log.facts().get(position - 1), random);
            return new Expected(position, Fault.CHANGED);
        }
    },
    FIELD_ADDED {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            log.facts().get(position - 1).put("added", true);
            return new Expected(position, Fault.CHANGED);
        }
    },
    RECORDED_BY_ANOTHER {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            log.facts().get(position - 1).put("recordedBy", "nobody");
            return new Expected(position, Fault.CHANGED);
        }
    },
    HASH_CHANGED {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            ObjectNode fact = log.facts().get(position - 1);
            fact.put("hash", new StringBuilder(fact.get("hash").textValue()).reverse().toString());
            return new Expected(
                    position, position == log.size() ? Fault.CHANGED : Fault.HASH_CHANGED);
        }
    },
    HASH_REMOVED {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            log.facts().get(position - 1).remove("hash");
            return new Expected(
                    position, position == log.size() ? Fault.CHANGED : Fault.HASH_CHANGED);
        }
    },
    /** Nothing tells this from a change of the next fact, which the message says. */
    CONTENT_CHANGED_AND_HASHED_ANEW {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = 1 + random.nextInt(log.size() - 1);
            change(log.facts().get(position - 1), random);
            ObjectNode fact = log.facts().get(position - 1);
            Noted before = log.noted(position - 1);
            log.hashAnew(position, position);
            boolean isValid = RecordedLog.check(fact.toString(), before).finding().isEmpty();
            return isValid ? new Expected(position + 1, Fault.CHANGED) : null;
        }
    },
    REMOVED {
        @Override
        Expected on(RecordedLog log, Random random) {
            int first = 1 + random.nextInt(log.size() - 1);
            int count = 1 + random.nextInt(log.size() - first);
            log.facts().subList(first - 1, first - 1 + count).clear();
            return new Expected(first, Fault.MISSING);
        }
    },
    REMOVED_AND_RENUMBERED {
        @Override
        Expected on(RecordedLog log, Random random) {
            int removed = 1 + random.nextInt(log.size() - 1);
            log.facts().remove(removed - 1);
            for (int i = removed; i <= log.size(); i++) {
                log.facts().get(i - 1).put("position", i);
            }
            return new Expected(removed, Fault.CHANGED);
        }
    },
    SWAPPED {
        @Override
        Expected on(RecordedLog log, Random random) {
            int first = 1 + random.nextInt(log.size() - 1);
            int second = first + 1 + random.nextInt(log.size() - first);
            ObjectNode moved = log.facts().get(first - 1);
            log.facts().set(first - 1, log.facts().get(second - 1));
            log.facts().set(second - 1, moved);
            return new Expected(first, Fault.OUT_OF_ORDER);
        }
    },
    SWAPPED_AND_RENUMBERED {
        @Override
        Expected on(RecordedLog log, Random random) {
            Expected swapped = SWAPPED.on(log, random);
            for (int i = 1; i <= log.size(); i++) {
                log.facts().get(i - 1).put("position", i);
            }
            return new Expected(swapped.position(), Fault.CHANGED);
        }
    },
    MOVED_BACK {
        @Override
        Expected on(RecordedLog log, Random random) {
            int first = 1 + random.nextInt(log.size() - 1);
            int to = first + 1 + random.nextInt(log.size() - first);
            log.facts().add(to - 1, log.facts().remove(first - 1));
            return new Expected(first, Fault.OUT_OF_ORDER);
        }
    },
    DUPLICATED {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            int place = position + random.nextInt(log.size() - position + 1);
            log.facts().add(place, log.facts().get(position - 1).deepCopy());
            return new Expected(position, Fault.DUPLICATED);
        }
    },
    INSERTED {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            log.facts().add(position - 1, forged(log.facts().get(position - 1)));
            return new Expected(position, Fault.INSERTED);
        }
    },
    INSERTED_AND_HASHED {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            log.facts().add(position - 1, forged(log.facts().get(position - 1)));
            log.hashAnew(position, position);
            return new Expected(position, Fault.INSERTED);
        }
    },
    DERIVED_FIELD_CHANGED {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            ObjectNode fact = log.facts().get(position - 1);
            String field = random.nextBoolean() ? "earliest" : "latest";
            switch (random.nextInt(fact.has("date") ? 3 : 1)) {
                case 0 -> fact.put(field, "1066-10-14");
                case 1 -> fact.put(field, 1066);
                default -> fact.remove(field);
            }
            return new Expected(position, Fault.DERIVED);
        }
    },
    RECORDED_EARLIER {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = 2 + random.nextInt(log.size() - 1);
            log.facts().get(position - 1).put("recordedAt", "1969-12-31T23:59:59.000000Z");
            log.hashAnew(position, log.size());
            return new Expected(position, Fault.BACKWARDS);
        }
    },
    MADE_INVALID {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            ObjectNode fact = log.facts().get(position - 1);
            switch (random.nextInt(7)) {
                case 0 -> fact.put("type", "PersonAbducted");
                case 1 -> fact.put("note", "");
                case 2 -> fact.put("surprise", 1);
                case 3 -> fact.remove("recordedBy");
                case 4 -> fact.put("recordedAt", "yesterday");
                case 5 -> fact.remove("id");
                default -> fact.putArray("sources").add(7);
            }
            log.hashAnew(position, log.size());
            return new Expected(position, Fault.INVALID);
        }
    },
    RETRACTS_WHAT_IS_NOT_THERE {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            ObjectNode fact = log.facts().get(position - 1);
            fact.retain("id", "position", "recordedAt", "recordedBy");
            fact.put("type", "FactRetracted").put("reason", "none");
            fact.put("fact", log.facts().getLast().get("id").textValue());
            log.hashAnew(position, log.size());
            return new Expected(position, Fault.INVALID);
        }
    },
    ID_TAKEN {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = 2 + random.nextInt(log.size() - 1);
            JsonNode taken = log.facts().get(random.nextInt(position - 1)).get("id");
            ObjectNode fact = log.facts().get(position - 1);
            if (fact.has("fact")) {
                return null; // may then be about itself
            }
            fact.set("id", taken);
            log.hashAnew(position, log.size());
            return new Expected(position, Fault.ID_REUSED);
        }
    },
    POSITION_LOST {
        @Override
        Expected on(RecordedLog log, Random random) {
            int position = any(log, random);
            ObjectNode fact = log.facts().get(position - 1);
            switch (random.nextInt(3)) {
                case 0 -> fact.remove("position");
                case 1 -> fact.put("position", "" + position);
                default -> fact.put("position", position + 0.5);
            }
            return new Expected(position, Fault.INVALID);
        }
    };

    /** What is to be found. */
    record Expected(long position, Fault fault) {}

    abstract Expected on(RecordedLog log, Random random);

    private static int any(RecordedLog log, Random random) {
        return 1 + random.nextInt(log.size());
    }

    private static ObjectNode forged(ObjectNode fact) {
        ObjectNode forged = JsonNodeFactory.instance.objectNode();
        forged.put("id", "01935f6e-7c1a-7b52-9f6e-0d2c4b1a9e00").put("type", "PersonDescribed");
        forged.put("person", "prester-john").put("name", "Prester John");
        for (String field : List.of("position", "recordedAt", "recordedBy", "hash")) {
            forged.set(field, fact.get(field));
        }
        return forged;
    }

    /** Changes one field, whichever it is; not the position, nor what is not hashed. */
    private static void change(ObjectNode fact, Random random) {
        Set<String> names = new TreeSet<>(Set.of("note"));
        fact.fieldNames().forEachRemaining(names::add);
        names.removeAll(Set.of("hash", "earliest", "latest", "position"));
        String name = List.copyOf(names).get(random.nextInt(names.size()));
        JsonNode value = fact.path(name);
        switch (value.getNodeType()) {
            case STRING -> fact.put(name, value.textValue() + "x");
            case NUMBER -> fact.put(name, value.doubleValue() + 1);
            case BOOLEAN -> fact.put(name, !value.booleanValue());
            case MISSING -> fact.put(name, "was not there");
            default -> fact.remove(name);
        }
    }
}
