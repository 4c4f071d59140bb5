/**
 * The log: the only writer of facts. Appends to one timeline go through one lane, which commits
 * them in groups; readers page through the log or follow its tail.
 */
package dev.annals.log;
