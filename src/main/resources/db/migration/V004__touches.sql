-- Which facts touch which subject: plain facts touch what they mention, a correction what its fact and
-- its new content touch, a retraction what its fact touches.
create table touches (
    timeline integer not null,
    subject  text collate "C" not null,
    folded   boolean not null,
    position bigint not null,
    primary key (timeline, subject, folded, position)
);
comment on column touches.subject is 'office/…, person/… or place/…';
comment on column touches.folded is 'whether the subject''s spans or description can depend on it';
