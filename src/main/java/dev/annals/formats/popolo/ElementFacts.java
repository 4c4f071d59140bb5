package dev.annals.formats.popolo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.LeftOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The facts that one element amounts to; what they cannot say is counted. */
final class ElementFacts {

    private final Index index;
    private final Offices offices;
    private final LeftOut leftOut;
    private final OfficeFacts officeFacts;
    private final PlaceFacts placeFacts;
    private final MembershipFacts membershipFacts;
    private final EventFacts eventFacts;

    ElementFacts(Index index, Offices offices, LeftOut leftOut) {
        this.index = index;
        this.offices = offices;
        this.leftOut = leftOut;
        this.officeFacts = new OfficeFacts(index, offices);
        this.placeFacts = new PlaceFacts(index, leftOut);
        this.membershipFacts = new MembershipFacts(index, offices, leftOut);
        this.eventFacts = new EventFacts(index, offices, leftOut);
    }

    /**
     * @throws BrokenElementException if it is not what an element of its kind should be
     */
    List<Fact> of(Element element) throws BrokenElementException {
        if (element.problem().isPresent()) {
            throw new BrokenElementException(element.problem().get());
        }
        List<Fact> facts =
                switch (element.kind()) {
                    case MEMBERSHIP -> membershipFacts.of(element);
                    case EVENT -> eventFacts.of(element);
                    case PERSON, AREA, ORGANIZATION, POST -> ofEntity(element);
                };
        others(element).forEach(field -> leftOut.add(element.kind().list() + "/" + field));
        return facts;
    }

    /** Of what has an id that others refer to: only where it is defined. */
    private List<Fact> ofEntity(Element element) throws BrokenElementException {
        element.id("id");
        String id = element.key().orElseThrow(() -> new BrokenElementException("id: is missing"));
        if (!index.register(element.kind()).isDefinedBy(id, element)) {
            if (element.isTopLevel()) {
                throw new BrokenElementException("id: is used by another element before");
            }
            return List.of();
        }
        try {
            return ofDefinition(element, id);
        } catch (BrokenElementException e) {
            if (element.kind() == Kind.POST) {
                offices.ofPost(id).ifPresent(offices::refuse);
            } else if (element.kind() == Kind.ORGANIZATION) {
                offices.ofMembers(id).ifPresent(offices::refuse);
            }
            throw e;
        }
    }

    private List<Fact> ofDefinition(Element element, String id) throws BrokenElementException {
        Provenance from = new Provenance(index.sources().of(element), Optional.empty());
        return switch (element.kind()) {
            case PERSON ->
                    PersonFacts.of(element, id, index.personOf(id).orElseThrow(), from, leftOut);
            case AREA -> placeFacts.of(element, id, index.areaOf(id).orElseThrow(), from);
            case POST -> officeFacts.ofPost(element, id, from);
            case ORGANIZATION -> ofOrganization(element, id, from);
            case MEMBERSHIP, EVENT -> List.of();
        };
    }

    private List<Fact> ofOrganization(Element element, String id, Provenance from)
            throws BrokenElementException {
        Optional<Slug> office = offices.ofMembers(id);
        if (office.isPresent()) {
            return officeFacts.ofMembers(element, office.get(), id, from);
        }
        if (!index.withPosts().contains(id)) {
            leftOut.add(Kind.ORGANIZATION.list() + " (without posts or members)");
        }
        return List.of();
    }

    /** Fields that hold something and are not carried. */
    private static Set<String> others(Element element) {
        Set<String> others = new HashSet<>(element.others());
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : element.fields().properties()) {
            names.add(field.getKey());
        }
        names.stream()
                .filter(name -> !element.kind().carries(name) && element.has(name))
                .forEach(others::add);
        return others;
    }
}
