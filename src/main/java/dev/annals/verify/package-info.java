/**
 * Whether a log is whole: every fact where it was recorded and as it was recorded, by its hashes.
 * Knows nothing of the service, so that an export can be checked anywhere.
 */
package dev.annals.verify;
