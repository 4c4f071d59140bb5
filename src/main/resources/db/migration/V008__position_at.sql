-- The position of the last fact recorded at or before an instant, 0 if there is none: a binary search,
-- since recorded_at never decreases as the position grows.
create function position_at(timeline_key integer, head bigint, instant timestamptz) returns bigint
language plpgsql stable as $$
declare
    low  bigint := 0;
    high bigint := head;
    mid  bigint;
begin
    while low < high loop
        mid := (low + high + 1) / 2;
        if (select recorded_at from facts where timeline = timeline_key and position = mid) <= instant then
            low := mid;
        else
            high := mid - 1;
        end if;
    end loop;
    return low;
end
$$;
