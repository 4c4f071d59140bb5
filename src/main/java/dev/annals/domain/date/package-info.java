/** Dates as vague as their sources: EDTF expressions and the days that bound them. */
package dev.annals.domain.date;
