package dev.annals.fire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What a timeline has promised to keep, by the facts' ids. */
final class Acknowledged {

    record Place(long position, String recordedAt) {}

    private final Map<UUID, Place> places = new ConcurrentHashMap<>();

    /**
     * @param receipt as the service gave it for one fact
     * @throws AssertionError if it gave another one before
     */
    void add(JsonNode receipt) {
        UUID id = UUID.fromString(receipt.get("id").textValue());
        Place place =
                new Place(
                        receipt.get("position").longValue(), receipt.get("recordedAt").textValue());
        Place before = places.putIfAbsent(id, place);
        if (before != null && !before.equals(place)) {
            throw new AssertionError(
                    "%s was acknowledged at %s and then at %s".formatted(id, before, place));
        }
    }

    Map<UUID, Place> places() {
        return Map.copyOf(places);
    }

    int count() {
        return places.size();
    }
}
