/** What is exported, as those who read it see it. */
package dev.annals.exports;
