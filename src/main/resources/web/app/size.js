/** Timelines of more facts are asked for what is in sight only. */
export const WHOLE_UP_TO_FACTS = 20_000;

/** So many events are shown. */
export const EVENTS_AT_MOST = 3000;

/** A table begins with so many rows. */
export const ROWS_AT_FIRST = 120;
