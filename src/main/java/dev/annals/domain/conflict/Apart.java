package dev.annals.domain.conflict;

import dev.annals.domain.fact.Slug;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far apart claims are that contradict each other.
 *
 * @param days between the readings of the dates that are nearest to each other, or, where several
 *     people held an office at once, how long they certainly did; empty where the claims do not
 *     differ in days, or without end
 * @param people of whom only some can have held the office
 * @param places of which only one can be where the body lay
 * @param names of which only one can be what the place was called
 */
public record Apart(OptionalLong days, List<Slug> people, List<Slug> places, List<String> names) {

    public Apart {
        people = List.copyOf(people);
        places = List.copyOf(places);
        names = List.copyOf(names);
    }

    static Apart days(long days) {
        return people(OptionalLong.of(days), List.of());
    }

    static Apart people(OptionalLong days, List<Slug> people) {
        return new Apart(days, people, List.of(), List.of());
    }

    static Apart places(Slug claimed, Slug certain) {
        return new Apart(OptionalLong.empty(), List.of(), List.of(claimed, certain), List.of());
    }

    static Apart names(String claimed, String certain) {
        return new Apart(OptionalLong.empty(), List.of(), List.of(), List.of(claimed, certain));
    }
}
