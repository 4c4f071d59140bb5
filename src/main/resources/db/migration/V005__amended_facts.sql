-- View: plain facts that were corrected or retracted, with what counts of them, as known from one
-- position until another. A plain fact without a row here stands as it was recorded.
create table amended_facts (
    timeline    integer not null,
    position    bigint not null,
    content     bigint,
    earliest    bigint,
    latest      bigint,
    known_from  bigint not null,
    known_until bigint not null,
    primary key (timeline, position, known_from)
);
comment on column amended_facts.position is 'of the plain fact';
comment on column amended_facts.content is 'position of the fact that gives the content in effect; null if retracted';
comment on column amended_facts.known_until is 'exclusive; the greatest bigint while it stands';

create index amended_facts_by_date on amended_facts (timeline, earliest, latest, position)
    where earliest is not null;
