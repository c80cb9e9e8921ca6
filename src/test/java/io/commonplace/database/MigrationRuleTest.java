package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** See src/docs/decisions/migrations-expand-first.md. */
class MigrationRuleTest {
    /** The last migration of the last release. There was no release yet, so this is the first schema. */
    private static final int RELEASED = 1;

    private static final Pattern NAME = Pattern.compile("V(\\d+)__[a-z0-9_]+\\.sql");

    @Test
    void thePreviousVersionCanWorkWithEachMigrationSinceTheLastRelease() throws IOException {
        assertThat(migrations()).as("migrations").containsKey(RELEASED);
        migrations()
                .tailMap(RELEASED, false)
                .forEach((number, script) -> assertThat(MigrationRule.objections(script))
                        .as("V" + number)
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table label (id bigint not null primary key, name varchar(64) not null unique)",
                "alter table page add column label varchar(64)",
                "alter table page add column label varchar(64) null, add key page_label (label)",
                "alter table page add label varchar(64) not null default 'none; drop table page'",
                "alter table page add column label_length int not null generated always as (char_length(label)) stored",
                "create index page_label on page (label, id)",
                "create table label (id bigint); alter table label add unique key label_id (id), drop column name",
                "create table label (id bigint); create unique index label_id on label (id)",
                "insert into label (id) values (1)",
                "update page set label = '' where label is null",
                "-- drop table page\nalter table page add column note text",
                "-- compatible: nothing since 0.2.0 reads it\nalter table page drop column label"
            })
    void aPureExpansionMayBeApplied(String script) {
        assertThat(MigrationRule.objections(script)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    drop table page                                           | is not known to be harmless
                    rename table page to leaf                                 | is not known to be harmless
                    truncate table job_note                                   | is not known to be harmless
                    delete from job_note                                      | is not known to be harmless
                    drop index page_changed on page                           | is not known to be harmless
                    alter table page drop column title                        | takes away what the version before may use
                    ALTER TABLE `page` DROP KEY page_changed                  | takes away what the version before may use
                    alter table page add column a int, drop column title      | takes away what the version before may use
                    alter table page rename to leaf                           | renames what the version before uses
                    alter table page rename column title to name              | renames what the version before uses
                    alter table page modify title varchar(100) not null       | changes a column that the version before uses
                    alter table page change title name varchar(300)           | changes a column that the version before uses
                    alter table page alter column title set default ''        | changes a column that the version before uses
                    alter table page add column label varchar(64) not null    | adds a column that the version before doesn't fill
                    alter table page add label decimal(10, 2) not null        | adds a column that the version before doesn't fill
                    alter table page add unique key page_title (title)        | refuses rows that the version before may write
                    alter table page add constraint c foreign key (id) references page (id) | refuses rows that the version before may write
                    alter table page add constraint c check (version > 0)     | refuses rows that the version before may write
                    create unique index page_title on page (title)            | refuses rows that the version before may write
                    -- compatible:~alter table page drop column title         | takes away what the version before may use
                    """)
    void changesThatBreakThePreviousVersionAreObjectedTo(String script, String objection) {
        assertThat(MigrationRule.objections(script.replace('~', '\n')))
                .singleElement()
                .asString()
                .startsWith(objection + ": ");
    }

    private static TreeMap<Integer, String> migrations() throws IOException {
        Map<Integer, String> found = new TreeMap<>();
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                assertThat(name.matches()).as(file.toString()).isTrue();
                found.put(Integer.parseInt(name.group(1)), Files.readString(file));
            }
        }
        return new TreeMap<>(found);
    }
}
