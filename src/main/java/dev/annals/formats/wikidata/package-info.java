/** The holders of a position as the Wikidata query service answers, as facts. */
package dev.annals.formats.wikidata;
