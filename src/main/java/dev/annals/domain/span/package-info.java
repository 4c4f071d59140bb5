/**
 * The folds: facts in effect become spans — who held which office, where a body lay, what a place
 * was called — and a span says whether it covers a date certainly or only possibly.
 */
package dev.annals.domain.span;
