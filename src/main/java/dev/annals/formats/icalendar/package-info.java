/** iCalendar (RFC 5545): the events of a calendar. */
package dev.annals.formats.icalendar;
