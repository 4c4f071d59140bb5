package dev.annals.formats;

import dev.annals.domain.fact.EntityKind;
import dev.annals.domain.fact.Fact;
import dev.annals.queries.AllSpans;
import dev.annals.queries.EntityRow;
import dev.annals.queries.Labels;
import dev.annals.queries.PlayedFact;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A part of a document: what it is made of, page by page, and how a page is written. The parts are
 * written in order, the pages of one in their order, never two at once.
 */
public sealed interface Section {

    /** What needs no rows. Written when all before it has been. */
    record Text(Supplier<String> text) implements Section {}

    /** All entities of a kind, in order of slug. */
    record Entities(EntityKind kind, Function<List<EntityRow>, String> page) implements Section {}

    /** The organizations that offices belong to, in order of name. */
    record Organizations(Function<List<String>, String> page) implements Section {}

    /** All tenures, resting places and place names, in the order of the facts that open them. */
    record Spans(Function<List<AllSpans.Entry>, String> page) implements Section {}

    /** The same with what the facts behind them say. */
    record ToldSpans(BiFunction<List<AllSpans.Entry>, ToldFacts, String> page) implements Section {}

    /** The descriptions in effect, superseded ones among them, in the order of the log. */
    record Descriptions(Function<List<Fact.Described>, String> page) implements Section {}

    /** The dated facts in effect in the order of history, with the labels of what they mention. */
    record History(BiFunction<List<PlayedFact>, Labels.Known, String> page) implements Section {}

    /** All facts of the log in order, as JSON. */
    record Log(Function<List<String>, String> page) implements Section {}
}
