-- The log. Rows are inserted and read, never changed. There is no foreign key to timelines: only a
-- holder of the timeline's row inserts, and a check per row would cost what it cannot find.
create table facts (
    timeline    integer not null,
    position    bigint not null,
    id          uuid not null,
    type        text collate "C" not null,
    root        bigint,
    earliest    bigint,
    latest      bigint,
    recorded_at timestamptz not null,
    json        text not null,
    primary key (timeline, position)
);
comment on column facts.root is 'for corrections and retractions: position of the plain fact that they are finally about';
comment on column facts.earliest is 'epoch day, the least bigint for no lower bound; null if the fact is not dated';
comment on column facts.latest is 'epoch day, the greatest bigint for no upper bound; null if the fact is not dated';
comment on column facts.json is 'the fact as it is read back';

create unique index facts_by_id on facts (timeline, id);
create index facts_by_root on facts (timeline, root, position) where root is not null;
create index facts_by_date on facts (timeline, earliest, latest, position) where earliest is not null;
create index facts_by_latest on facts (timeline, latest) where latest < 9223372036854775807;
create index facts_without_latest on facts (timeline, earliest) where latest = 9223372036854775807;
