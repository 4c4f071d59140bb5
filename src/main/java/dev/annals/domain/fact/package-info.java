/** The sealed family of facts, what they are about, and which of them are in effect. */
package dev.annals.domain.fact;
