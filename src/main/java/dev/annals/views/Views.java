package dev.annals.views;

import java.util.List;

/** What is kept of the log in other forms, and can be made from it again. */
public final class Views {

    /**
     * Counts the changes of the rules by which facts are folded, and of how the results are
     * written. A database whose views follow older rules is rebuilt; one whose views follow newer
     * ones is not written by this release.
     */
    public static final int RULES = 1;

    public static final List<String> TABLES =
            List.of("touches", "amended_facts", "spans", "entities");

    private Views() {}
}
