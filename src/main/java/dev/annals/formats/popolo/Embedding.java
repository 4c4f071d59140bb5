package dev.annals.formats.popolo;

/**
 * A field in which one element holds others whole, instead of their ids.
 *
 * @param many whether it is a list
 * @param reference of one: the field of the holder that would name it otherwise; of many: the field
 *     of each that would name the holder, empty if none would
 */
record Embedding(String field, Kind kind, boolean many, String reference) {

    static Embedding one(String field, Kind kind, String reference) {
        return new Embedding(field, kind, false, reference);
    }

    static Embedding list(String field, Kind kind, String reference) {
        return new Embedding(field, kind, true, reference);
    }
}
