/** Bodies that have no end in sight: written as they come, no faster than they are read. */
package dev.annals.web.stream;
