/**
 * Why an answer is as it is: the rule that decided each fact, in words. Nothing is decided here;
 * the folds have decided already.
 */
package dev.annals.domain.why;
