/** TimelineJS3: the slides of a timeline in a web page, as JSON (timeline.knightlab.com). */
package dev.annals.formats.timelinejs;
