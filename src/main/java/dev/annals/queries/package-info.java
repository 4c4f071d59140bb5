/** The questions: each answers from the views for a date, as known at a position. */
package dev.annals.queries;
