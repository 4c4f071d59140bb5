package dev.annals.formats.popolo;

import dev.annals.domain.fact.Slug;
import dev.annals.formats.NamedSlug;
import dev.annals.formats.popolo.Index.Post;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The offices of a document: one for each post, such as {@code chair-of-finance-committee}, and one
 * for each organization that has members without a post, {@code member-of-finance-committee}.
 */
final class Offices {

    private static final String MEMBER = "member";

    private final Index index;
    private final Set<String> shared;
    private final Set<String> crowded;
    private final Set<Slug> refused = new HashSet<>();

    /**
     * @param crowded the posts that several people hold at once
     */
    Offices(Index index, Set<String> crowded) {
        this.index = index;
        this.crowded = crowded;
        List<String> slugs = new ArrayList<>();
        index.posts().ids().forEach(id -> slugs.add(postSlug(id)));
        index.withMembers().stream()
                .filter(id -> index.organizations().get(id).isPresent())
                .forEach(id -> slugs.add(memberSlug(id)));
        this.shared = Register.shared(slugs);
    }

    /** The office of a post of the document. */
    Optional<Slug> ofPost(String id) {
        return index.posts()
                .get(id)
                .map(_ -> new Slug(Register.toldApart(postSlug(id), shared, "post " + id)));
    }

    /** The office of those who are members of an organization without a post. */
    Optional<Slug> ofMembers(String organization) {
        return index.organizations()
                .get(organization)
                .filter(_ -> index.withMembers().contains(organization))
                .map(
                        _ ->
                                new Slug(
                                        Register.toldApart(
                                                memberSlug(organization), shared, organization)));
    }

    /** Whether the document itself has several people in the post at once. */
    boolean isCrowded(String post) {
        return crowded.contains(post);
    }

    /** Notes that an office is not described, since its post or organization is broken. */
    void refuse(Slug office) {
        refused.add(office);
    }

    /** Whether nobody can be said to hold this office: how many may is not known. */
    boolean isRefused(Slug office) {
        return refused.contains(office);
    }

    private String postSlug(String id) {
        Post post = index.posts().get(id).orElseThrow();
        String label = Register.slug(post.label(), id);
        Optional<String> organization =
                post.organization().filter(o -> index.organizations().get(o).isPresent());
        return organization
                .map(this::organizationSlug)
                .filter(o -> !("-" + label + "-").contains("-" + o + "-"))
                .map(o -> NamedSlug.joined(label + "-of", o))
                .orElse(label);
    }

    private String memberSlug(String organization) {
        return NamedSlug.joined(MEMBER + "-of", organizationSlug(organization));
    }

    private String organizationSlug(String id) {
        return Register.slug(index.organizations().get(id).orElseThrow().name(), id);
    }
}
