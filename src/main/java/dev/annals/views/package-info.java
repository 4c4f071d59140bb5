/**
 * What facts amount to, kept searchable: spans, entities and amended facts, each row with the
 * positions from and until which it was known. Written in the transaction that appends the facts.
 */
package dev.annals.views;
