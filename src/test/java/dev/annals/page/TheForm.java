package dev.annals.page;

import static dev.annals.testing.Facts.assumed;
import static dev.annals.testing.Facts.fact;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** The forms that record facts, open beside a timeline of the test's own. */
record TheForm(ThePage page) {

    /** With one premier, and one who might be. */
    static MadeTimeline timeline(Visitor visitor) {
        return MadeTimeline.titled(visitor.service(), "To be written")
                .says(
                        fact("OfficeDescribed", "office", "premier", "title", "Premier"),
                        fact("PersonDescribed", "person", "malenkov", "name", "Georgy Malenkov"),
                        fact("PersonDescribed", "person", "bulganin", "name", "Nikolai Bulganin"),
                        assumed("premier", "malenkov", "1953-03-06"));
    }

    static TheForm opened(Visitor visitor, MadeTimeline made) {
        ThePage page = new ThePage(visitor.opens(made.page() + "&on=1955-06-01").page()).isThere();
        page.heading("Record").click();
        page.labelled("Write token").fill(visitor.service().token());
        return new TheForm(page);
    }

    Locator required(String label) {
        return page.labelled(label + " (required)");
    }

    TheForm says(String office, String person, String date) {
        required("Office").fill(office);
        required("Person").fill(person);
        required("Date").fill(date);
        return this;
    }

    /** Correct or Retract: the first fact behind the first answer of a row. */
    TheForm amends(String row, String how) {
        page.answers(row).first().click();
        page.why()
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(how + " this fact"))
                .first()
                .click();
        return this;
    }

    void previews() {
        page.button("Show what it changes").click();
    }

    void appends() {
        page.button("Append it to the log").click();
    }

    Locator effect() {
        return page.exactly(AriaRole.REGION, "What it would change");
    }
}
