package dev.annals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page by its roles and labels: what a person sees of it, and what a screen reader says. */
record ThePage(Page page) {

    private static final Pattern STRETCH = Pattern.compile("from=([0-9-]+)&to=([0-9-]+)");

    static final String FLAGSHIP = "/?timeline=soviet-union-1953-1964";

    Locator role(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    Locator exactly(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator role(AriaRole role, Pattern name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    Locator heading(String name) {
        return role(AriaRole.HEADING, name);
    }

    Locator button(String name) {
        return role(AriaRole.BUTTON, name);
    }

    Locator labelled(String label) {
        return page.getByLabel(label);
    }

    Locator labelledExactly(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Waits until the timeline is drawn and the date answered. */
    ThePage isThere() {
        assertThat(state()).isVisible();
        assertThat(bars().first()).isVisible();
        return this;
    }

    /** The heading over the answer. */
    Locator state() {
        return role(AriaRole.HEADING, Pattern.compile("^The state"));
    }

    Locator date() {
        return labelledExactly("Date");
    }

    ThePage asks(String date) {
        date().fill(date);
        exactly(AriaRole.BUTTON, "Show").click();
        return this;
    }

    /** A row of the tables beside the timeline: an office, a body, or a place. */
    Locator row(String name) {
        return page.getByRole(AriaRole.ROW)
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.getByRole(
                                                AriaRole.ROWHEADER,
                                                new Page.GetByRoleOptions()
                                                        .setName(name)
                                                        .setExact(true))));
    }

    /** Everything that is asked why by clicking it, in one row. */
    Locator answers(String row) {
        return row(row).getByRole(AriaRole.BUTTON);
    }

    Locator why() {
        return exactly(AriaRole.REGION, "Why");
    }

    Locator chart() {
        return role(AriaRole.REGION, Pattern.compile("^Timeline: "));
    }

    /** Bars that can be asked about, within the timeline. */
    Locator bars() {
        return chart().getByRole(AriaRole.BUTTON);
    }

    Locator bar(String name) {
        return chart().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    Locator playhead() {
        return exactly(AriaRole.SLIDER, "Date on the timeline");
    }

    /** The day that the playhead is on, counted since 1970. */
    long day() {
        return Long.parseLong(playhead().getAttribute("aria-valuenow"));
    }

    /** The first and the last day in sight. */
    long[] stretch() {
        return new long[] {
            Long.parseLong(playhead().getAttribute("aria-valuemin")),
            Long.parseLong(playhead().getAttribute("aria-valuemax"))
        };
    }

    /** Waits until the address holds the stretch in sight; it follows what moves after a while. */
    ThePage settles() {
        page.waitForCondition(
                () -> {
                    Matcher address = STRETCH.matcher(page.url());
                    return address.find()
                            && Math.abs(day(address.group(1)) - stretch()[0]) <= 2
                            && Math.abs(day(address.group(2)) - stretch()[1]) <= 2;
                });
        return this;
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    long daysInSight() {
        long[] stretch = stretch();
        return stretch[1] - stretch[0];
    }

    /** The fact of the moment, to be read. */
    Locator moment() {
        return exactly(AriaRole.GROUP, "The fact of the moment");
    }

    /** What a screen reader says by itself while history is played. */
    Locator spoken() {
        return page.getByRole(AriaRole.LOG);
    }

    /** Up to which fact things are known. */
    int position() {
        return Integer.parseInt(known().inputValue());
    }

    Locator known() {
        return exactly(AriaRole.SLIDER, "What was known");
    }
}
