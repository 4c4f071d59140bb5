/**
 * What cannot all be true: facts that contradict each other however their imprecise dates are read.
 */
package dev.annals.domain.conflict;
