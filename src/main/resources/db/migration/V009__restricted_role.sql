-- The service works as a role that may insert and read facts but has no right to change them. Where
-- the owner of the database may not create roles, the trigger alone stands guard.
do $$
begin
    begin
        create role annals_service nologin;
    exception
        when duplicate_object or unique_violation then null;
    end;
    grant annals_service to current_user;
    execute format('grant usage on schema %I to annals_service', current_schema());
    grant select, insert on facts, touches to annals_service;
    grant select, insert, update on timelines, amended_facts, spans, entities to annals_service;
exception
    when insufficient_privilege then
        raise notice 'no role annals_service: %', sqlerrm;
end
$$;
