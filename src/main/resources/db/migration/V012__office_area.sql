-- Who held an office on a date, however often it changed hands: a box again, in a strip of its own
-- for each of a million numbers that an office's slug is hashed to. To the right of a strip's zero are
-- days, up to some twelve million years on both sides; upwards are positions, as in span_area. Offices
-- may share a strip: who asks compares the office as well.
create function office_area(
    timeline integer, office text, first_day bigint, last_day bigint, first_known bigint, last_known bigint
) returns box
language sql immutable parallel safe
return box(
    point(
        (hashtextextended(office, 0) & 1048575) * 8589934592::float8 + greatest(first_day, -4294967295),
        timeline * 10000000000::float8 + least(first_known, 9999999999)
    ),
    point(
        (hashtextextended(office, 0) & 1048575) * 8589934592::float8 + least(last_day, 4294967295),
        timeline * 10000000000::float8 + least(last_known, 9999999999)
    )
);

drop index spans_by_office;

-- A quadtree: it takes a row for less than an R-tree does, and less than the office's name in a B-tree.
create index spans_by_office on spans using spgist (
    office_area(timeline, office, begin_earliest, end_latest, known_from, known_until)
) where office is not null;
