package dev.annals.formats.popolo;

import dev.annals.domain.date.Bounds;
import dev.annals.domain.date.Day;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.TenureDates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which posts several people hold at once, by the document itself: those are no offices of one
 * seat. Popolo does not say how many may hold a post. Some fifty bytes for each membership.
 */
final class Crowds {

    /**
     * A person in a post for certain.
     *
     * @param until exclusive
     */
    private record Stay(String person, Day from, Day until) {}

    private final Map<String, List<Stay>> stays = new HashMap<>();
    private final Index index;
    private final Tenures tenures;

    Crowds(Index index) {
        this.index = index;
        this.tenures = new Tenures(index);
    }

    /** Notes a membership; one that is broken says nothing here. */
    void add(Element membership) {
        try {
            Optional<String> post = membership.id("post_id");
            if (post.isPresent() && index.posts().get(post.get()).isPresent()) {
                Optional<String> person = MembershipFacts.person(membership, index);
                Optional<TenureDates> dates = tenures.of(membership).dates();
                if (person.isPresent() && dates.isPresent()) {
                    stays.computeIfAbsent(post.get(), _ -> new ArrayList<>())
                            .add(stay(person.get(), dates.get()));
                }
            }
        } catch (BrokenElementException _) {
            // refused when its facts are asked for
        }
    }

    private static Stay stay(String person, TenureDates dates) {
        Bounds begin = dates.begin().date().bounds();
        Day until = dates.end().map(end -> end.date().bounds().earliest()).orElse(Day.AFTER_ALL);
        return new Stay(person, begin.latest(), until);
    }

    /** The ids of the posts. */
    Set<String> posts() {
        Set<String> crowded = new HashSet<>();
        stays.forEach(
                (post, list) -> {
                    if (isCrowded(list)) {
                        crowded.add(post);
                    }
                });
        return crowded;
    }

    /** Whether somebody comes while somebody else is there. */
    private static boolean isCrowded(List<Stay> list) {
        list.sort(Comparator.comparing(Stay::from).thenComparing(Stay::until));
        Stay longest = null;
        Stay longestOther = null;
        for (Stay stay : list) {
            if (stay.until().isAfter(stay.from())) {
                Stay rival =
                        longest == null || !longest.person().equals(stay.person())
                                ? longest
                                : longestOther;
                if (rival != null && rival.until().isAfter(stay.from())) {
                    return true;
                }
                if (longest == null || stay.until().isAfter(longest.until())) {
                    if (longest != null && !longest.person().equals(stay.person())) {
                        longestOther = longest;
                    }
                    longest = stay;
                } else if (!longest.person().equals(stay.person())
                        && (longestOther == null || stay.until().isAfter(longestOther.until()))) {
                    longestOther = stay;
                }
            }
        }
        return false;
    }
}
