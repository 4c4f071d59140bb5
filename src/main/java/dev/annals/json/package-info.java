/**
 * Facts as JSON: read with every violation named, written as they were sent, hashed canonically.
 */
package dev.annals.json;
