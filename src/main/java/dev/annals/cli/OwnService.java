package dev.annals.cli;

import java.util.function.ToIntFunction;

/** A service of this process, on the database that the settings name, for one piece of work. */
public interface OwnService {

    /**
     * Starts it, works with it, and ends it.
     *
     * @param name under which facts are recorded
     * @return what the work returned, an exit code
     */
    int use(String name, ToIntFunction<Access> work);
}
