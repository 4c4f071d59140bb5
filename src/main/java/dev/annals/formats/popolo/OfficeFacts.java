package dev.annals.formats.popolo;

import dev.annals.domain.date.EdtfDate;
import dev.annals.domain.fact.Fact;
import dev.annals.domain.fact.Provenance;
import dev.annals.domain.fact.Slug;
import dev.annals.formats.BrokenElementException;
import dev.annals.formats.popolo.Index.Organization;
import dev.annals.json.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The offices that posts and organizations amount to. */
final class OfficeFacts {

    private static final Optional<Integer> ANY_NUMBER = Optional.of(0);

    private final Index index;
    private final Offices offices;

    OfficeFacts(Index index, Offices offices) {
        this.index = index;
        this.offices = offices;
    }

    /** What a post is called. */
    static Optional<String> label(Element post) {
        return post.readableName("label").or(() -> post.readableName("role"));
    }

    /** The office of a post: one seat, unless the document has several people in it at once. */
    List<Fact> ofPost(Element element, String id, Provenance from) throws BrokenElementException {
        Optional<String> organizationId = element.id("organization_id");
        Optional<Organization> organization =
                organizationId.flatMap(o -> index.organizations().get(o));
        if (organizationId.isPresent() && organization.isEmpty()) {
            throw Dangling.reference("organization_id", "organization", organizationId.get());
        }
        Slug office = offices.ofPost(id).orElseThrow();
        Optional<String> label = element.name("label");
        Optional<String> role = element.name("role");
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact.OfficeDescribed(
                        office,
                        Element.checked("id", label.or(() -> role).orElse(id), Texts.NAME_LENGTH),
                        organization.flatMap(Organization::name),
                        place(element),
                        offices.isCrowded(id) ? ANY_NUMBER : Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        from));
        Optional<EdtfDate> start = element.date("start_date").date();
        Optional<EdtfDate> end = element.date("end_date").date();
        addDates(
                facts,
                office,
                start.or(() -> organization.flatMap(Organization::founded)),
                end.or(() -> organization.flatMap(Organization::dissolved)),
                from);
        return facts;
    }

    /** The office of an organization's members without a post. */
    List<Fact> ofMembers(Element element, Slug office, String id, Provenance from)
            throws BrokenElementException {
        String name = element.name("name").orElse(id);
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact.OfficeDescribed(
                        office,
                        Element.checked("name", "Member of " + name, Texts.NAME_LENGTH),
                        Optional.of(name),
                        place(element),
                        ANY_NUMBER,
                        element.text("description"),
                        List.of(),
                        from));
        Optional<EdtfDate> founded = element.date("founding_date").date();
        addDates(facts, office, founded, element.date("dissolution_date").date(), from);
        return facts;
    }

    private Optional<Slug> place(Element element) throws BrokenElementException {
        Optional<String> area = element.id("area_id");
        Optional<Slug> place = area.flatMap(index::areaOf);
        if (area.isPresent() && place.isEmpty()) {
            throw Dangling.reference("area_id", "area", area.get());
        }
        return place;
    }

    private static void addDates(
            List<Fact> facts,
            Slug office,
            Optional<EdtfDate> established,
            Optional<EdtfDate> abolished,
            Provenance from) {
        established.ifPresent(date -> facts.add(new Fact.OfficeEstablished(office, date, from)));
        abolished.ifPresent(date -> facts.add(new Fact.OfficeAbolished(office, date, from)));
    }
}
