/** JSON-LD: a graph in the words of schema.org and PROV-O. */
package dev.annals.formats.jsonld;
