/** History played back: facts in effect in the order of their dates, at the pace of a clock. */
package dev.annals.replay;
