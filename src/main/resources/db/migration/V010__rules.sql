-- By which rules the views were folded from the facts: moved on by a rebuild.
create table rules (
    is_only boolean primary key default true check (is_only),
    version integer not null
);
comment on column rules.version is 'of the rules that the views follow; a node with older ones may not append';

insert into rules (version) values (1);

do $$
begin
    if exists (select from pg_roles where rolname = 'annals_service' and pg_has_role(oid, 'member')) then
        grant select on rules to annals_service;
    end if;
end
$$;
