-- One box in place of three ranges: PostgreSQL puts a row into the index at a quarter of the cost.
-- To the right are days; upwards are positions, each timeline with ten thousand million of its own.
-- Days beyond the calendar and positions beyond a timeline's are cut off, and a double may round a
-- position where there are a million timelines: an area is never too small, but may be too large.
create function span_area(
    timeline integer, first_day bigint, last_day bigint, first_known bigint, last_known bigint
) returns box
language sql immutable parallel safe
return box(
    point(greatest(first_day, -1000000000000), timeline * 10000000000::float8 + least(first_known, 9999999999)),
    point(least(last_day, 1000000000000), timeline * 10000000000::float8 + least(last_known, 9999999999))
);

drop index spans_by_valid_and_known;

-- For the whole state on a date. The area holds every day that the span may cover, and its first day
-- even if it covers none.
create index spans_by_valid_and_known on spans using gist (
    span_area(timeline, begin_earliest, end_latest, known_from, known_until)
);
