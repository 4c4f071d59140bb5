package dev.annals.formats.popolo;

import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.LeftOut;
import dev.annals.formats.popolo.Tenures.Tenure;
import java.util.List;
import java.util.Optional;

/** Who held which office, by the memberships of a document. */
final class MembershipFacts {

    private static final String LIST = Kind.MEMBERSHIP.list();

    private final Index index;
    private final Offices offices;
    private final Tenures tenures;
    private final LeftOut leftOut;

    MembershipFacts(Index index, Offices offices, LeftOut leftOut) {
        this.index = index;
        this.offices = offices;
        this.tenures = new Tenures(index);
        this.leftOut = leftOut;
    }

    List<Fact> of(Element membership) throws BrokenElementException {
        Optional<String> id = person(membership, index);
        if (id.isEmpty()) {
            leftOut.add(LIST + " (of organizations)");
            return List.of();
        }
        Slug person = index.personOf(id.get()).orElseThrow();
        Slug office = office(membership);
        if (offices.isRefused(office)) {
            throw new BrokenElementException(
                    "its " + (membership.has("post_id") ? "post" : "organization") + " is refused");
        }
        Tenure tenure = tenures.of(membership);
        countLosses(membership, tenure);
        return tenure.dates()
                .map(
                        dates ->
                                dates.facts(
                                        office,
                                        person,
                                        Optional.empty(),
                                        index.sources().of(membership)))
                .orElse(List.of());
    }

    /**
     * The id of the person; empty if an organization is the member.
     *
     * @throws BrokenElementException if neither is in the document
     */
    static Optional<String> person(Element membership, Index index) throws BrokenElementException {
        String field =
                membership.has("person_id")
                        ? "person_id"
                        : membership.has("member_id") ? "member_id" : "member";
        Optional<String> id =
                membership.fields().path(field).isObject()
                        ? Optional.of(membership.fields().path(field).path("id").asText())
                        : membership.id(field);
        if (id.isEmpty()) {
            throw new BrokenElementException("person_id: is missing");
        }
        if (index.personOf(id.get()).isPresent()) {
            return id;
        }
        if (!field.equals("person_id") && index.organizations().get(id.get()).isPresent()) {
            return Optional.empty();
        }
        throw Dangling.reference(field, "person", id.get());
    }

    private Slug office(Element membership) throws BrokenElementException {
        Optional<String> post = membership.id("post_id");
        Optional<String> organization = membership.id("organization_id");
        if (post.isPresent()) {
            return offices.ofPost(post.get())
                    .orElseThrow(() -> Dangling.reference("post_id", "post", post.get()));
        }
        if (organization.isEmpty()) {
            throw new BrokenElementException(
                    "expected a post_id or an organization_id, found neither");
        }
        return offices.ofMembers(organization.get())
                .orElseThrow(
                        () ->
                                Dangling.reference(
                                        "organization_id", "organization", organization.get()));
    }

    private void countLosses(Element membership, Tenure tenure) throws BrokenElementException {
        if (tenure.isOverBefore()) {
            leftOut.add(LIST + " (over before their legislative period)");
        } else if (tenure.dates().isEmpty()) {
            leftOut.add(LIST + " (without any date)");
        }
        if (membership.has("legislative_period_id") && !tenure.usesTerm()) {
            leftOut.add(LIST + "/legislative_period_id");
        }
        if (membership.text("role").filter(role -> !role.equalsIgnoreCase("member")).isPresent()) {
            leftOut.add(LIST + "/role");
        }
    }
}
