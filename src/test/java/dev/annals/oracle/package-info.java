/**
 * The dumbest correct program: a second reading of the rules in the specification, as literal and
 * as slow as they are written, that the real folds are judged against; and the random histories to
 * do it with.
 */
package dev.annals.oracle;
