package io.commonplace.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date, with an account that is used for nothing else. If several clones start at once, a lock in the
 * database lets only one of them do it.
 */
@ApplicationScoped
public class Migrations {
    @Resource(lookup = "jdbc/schema")
    private DataSource schema;

    private volatile boolean applied;

    /** Whether the schema is as this version needs it. */
    public boolean isApplied() {
        return applied;
    }

    /** @return the number of migrations that this call applied */
    public int apply() {
        int executed = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(schema)
                .load()
                .migrate()
                .migrationsExecuted;
        applied = true;
        return executed;
    }
}
