-- View: tenures, resting places, place names and the standing of offices, on both axes: valid time as
-- epoch days, known time as positions. The greatest bigint stands for no end, the least for no begin.
create table spans (
    timeline       integer not null,
    kind           text collate "C" not null,
    opened_by      bigint not null,
    before         boolean not null,
    office         text collate "C",
    person         text collate "C",
    place          text collate "C",
    name           text,
    acting         boolean,
    is_open        boolean not null,
    begin_earliest bigint not null,
    begin_latest   bigint not null,
    end_earliest   bigint not null,
    end_latest     bigint not null,
    certain_from   bigint not null,
    certain_until  bigint not null,
    begin_date     text,
    end_date       text,
    facts          text not null,
    known_from     bigint not null,
    known_until    bigint not null,
    primary key (timeline, opened_by, kind, before, known_from)
);
comment on column spans.kind is 'tenure, resting-place, place-name or standing';
comment on column spans.opened_by is 'position of the plain fact that opens the span';
comment on column spans.before is 'whether it is the span before the fact that opens it';
comment on column spans.begin_date is 'EDTF; null where there is none for the bounds';
comment on column spans.facts is 'JSON: id, role and sources of each fact behind the span';
comment on column spans.known_until is 'exclusive; the greatest bigint while it is believed';

create index spans_by_office on spans (timeline, office, begin_earliest) where office is not null;
create index spans_by_person on spans (timeline, person, begin_earliest) where person is not null;
create index spans_by_place on spans (timeline, place, begin_earliest) where place is not null;
-- For the whole state on a date. The range holds every day that the span may cover, and its first day
-- even if it covers none. The timeline is a range as well: equality would let a planner without
-- statistics walk this index for questions that the ones above answer with a handful of rows.
create index spans_by_valid_and_known on spans using gist (
    int4range(timeline, timeline + 1),
    int8range(begin_earliest, greatest(end_latest, begin_earliest + 1)),
    int8range(known_from, known_until)
);
