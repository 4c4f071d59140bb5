package dev.annals.replay;

/**
 * What a reader wants to see.
 *
 * @param ticks whether the clock tells the time
 * @param follows whether it goes on with what is appended, at the end
 */
public record ReplayPlan(Range range, Pace pace, boolean ticks, boolean follows) {}
