-- View: the offices, people and places that facts in effect mention, with label and description, as
-- known from one position until another.
create table entities (
    timeline    integer not null,
    kind        text collate "C" not null,
    slug        text collate "C" not null,
    label       text not null,
    seats       integer,
    description text not null,
    known_from  bigint not null,
    known_until bigint not null,
    primary key (timeline, kind, slug, known_from)
);
comment on column entities.kind is 'office, person or place';
comment on column entities.label is 'name or title, else the slug';
comment on column entities.seats is 'of an office: how many may hold it at once; 0 for any number';
comment on column entities.description is 'JSON: the entity as it is answered';

-- The row that stands, however often an entity was described before.
create index entities_that_stand on entities (timeline, kind, slug) where known_until = 9223372036854775807;
