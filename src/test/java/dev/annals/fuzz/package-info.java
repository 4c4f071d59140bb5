/** Abuse of every endpoint, generated from the API document and by mutation of what is valid. */
package dev.annals.fuzz;
