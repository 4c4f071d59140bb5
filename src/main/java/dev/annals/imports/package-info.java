/** Facts that come in files: read one after the other, and appended batch by batch. */
package dev.annals.imports;
