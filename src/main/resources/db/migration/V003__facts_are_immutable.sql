-- History is not edited: whoever tries, superuser or not, is refused.
create function refuse_change_of_history() returns trigger language plpgsql as $$
begin
    raise exception 'facts are never changed or deleted; append a correction or a retraction'
        using errcode = 'insufficient_privilege';
end
$$;

create trigger facts_are_immutable
    before update or delete or truncate on facts
    for each statement execute function refuse_change_of_history();
