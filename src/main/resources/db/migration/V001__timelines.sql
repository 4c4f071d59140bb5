-- A named collection of facts. Its row is the lane's lock: whoever appends holds it until the commit,
-- so that positions have no gaps and stand in commit order.
create table timelines (
    key         integer generated always as identity primary key,
    id          text collate "C" not null unique,
    title       text not null,
    description text,
    head        bigint not null default 0,
    recorded_at timestamptz,
    hash        text not null default repeat('0', 64)
);
comment on column timelines.head is 'position of the last fact; 0 while empty';
comment on column timelines.recorded_at is 'of the last fact';
comment on column timelines.hash is 'of the last fact, in hex; 64 zeros while empty';
