package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.ManyRows;
import io.commonplace.inside.Statements;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.log.LogContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Explains each statement that page views send, and checks that it uses an index, so that large sites stay fast. */
@ExtendWith(ArquillianExtension.class)
class IndexesIT {
    private static final Logger LOG = Logger.getLogger(IndexesIT.class.getName());

    /** Statements that may read a whole table, with the reason. */
    private static final Map<String, String> WHOLE = Map.of(
            "(select 1 from page where space_id",
            "administrators' list of spaces counts the pages of each, up to a thousand",
            "from search_count",
            "administrators' list of searches adds up the counts of many days");

    @Inject
    private InsideVisitor visitor;

    @Inject
    private PageReader pageReader;

    @Inject
    private ManyRows rows;

    private SpaceHead space;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void fill() throws SQLException {
        space = visitor.spaceWithAPage();
        long page = pageReader.page(space.id(), "page").orElseThrow().id();
        rows.fill(space.id(), page, visitor.spaceWithAPage().id());
    }

    @AfterEach
    void delete() throws SQLException {
        rows.delete();
    }

    @Test
    void everyPageViewReadsByAnIndex() throws SQLException {
        List<Statements.Sent> sent = read();

        Map<String, String> plans = new TreeMap<>();
        List<String> objections = new ArrayList<>();
        try (Connection connection = rows.connection()) {
            for (Statements.Sent one : sent) {
                if (isRead(one)) {
                    Explained explained = Explained.of(connection, one.sql(), one.parameters());
                    plans.put(one.sql(), one.logContext() + "\n    " + explained);
                    explained
                            .objections()
                            .forEach(objection ->
                                    objections.add(one.sql() + " " + objection + ", for " + one.logContext()));
                }
            }
        }

        plans.forEach((sql, how) -> LOG.log(Level.INFO, "{0}\n  for {1}", new Object[] {sql, how}));
        assertThat(plans.keySet().toString().toLowerCase(Locale.ROOT))
                .as("statements with a plan")
                .contains(
                        " page ",
                        " page_link ",
                        " document ",
                        " revision ",
                        " old_path ",
                        " attachment ",
                        " file_alias ",
                        " file_version ",
                        " trashed_file ",
                        " page_event ",
                        " content ",
                        " space ",
                        " space_right",
                        " person ",
                        " group_member ",
                        " job ",
                        " job_note ",
                        " job_step ");
        assertThat(objections).isEmpty();
    }

    @Test
    void aStatementWithoutAnIndexIsObjectedTo() throws SQLException {
        try (Connection connection = rows.connection()) {
            assertThat(objections(connection, "select id from page where changed_by_name = ?", "Many 7"))
                    .containsExactly("reads the whole table page");
            assertThat(objections(connection, "select html from document order by revision_number limit 5"))
                    .contains("reads the whole table document");
            assertThat(objections(
                            connection,
                            "select t0.id from page t0 where space_id = ? order by changed_by_name limit 5",
                            space.id()))
                    .singleElement()
                    .asString()
                    .matches("sorts \\d+ rows of page");
            assertThat(objections(connection, "select count(*) from job_step"))
                    .singleElement()
                    .asString()
                    .matches("reads a whole index of job_step, \\d+ rows");
            assertThat(objections(
                            connection, "select id from job where created_by < ? order by created_at limit 5", "x"))
                    .containsExactly("goes through an index of job until it has found enough");
            assertThat(objections(
                            connection, "select id from page where space_id = ? and path = ?", space.id(), "page"))
                    .isEmpty();
        }
    }

    private static List<String> objections(Connection connection, String sql, Object... parameters)
            throws SQLException {
        return Explained.of(connection, sql, List.of(parameters)).objections();
    }

    /** Requests every kind of address for the first time, so that no cache answers. */
    private List<Statements.Sent> read() throws SQLException {
        String page = "?space=" + space.slug() + "&page=page";
        List<String> paths = List.of(
                "/",
                space.href(""),
                space.href("page"),
                space.href("many/7"),
                space.href("before/7"),
                space.href("nowhere"),
                "/history" + page,
                "/history" + page + "&before=50",
                "/history" + page + "&after=50&minor=true",
                "/revision" + page + "&number=110",
                "/edit" + page,
                "/new" + page,
                "/move" + page,
                "/delete" + page,
                "/tree?space=" + space.slug() + "&of=0",
                "/below?space=" + space.slug() + "&of=0",
                "/below?space=" + space.slug() + "&of=0&title=Many&id=1",
                "/linked" + page,
                "/linked" + page + "&after=1",
                "/links?space=" + space.slug(),
                "/links?space=" + space.slug() + "&kind=sections",
                "/links?space=" + space.slug() + "&kind=orphans",
                "/links?space=" + space.slug() + "&kind=orphans&after=many/7",
                "/links?space=" + space.slug() + "&kind=files&after=files/7",
                rows.file(),
                rows.version(),
                rows.details(),
                rows.details() + "&before=90",
                rows.details().replace("/file?", "/file/rename?"),
                rows.details().replace("/file?", "/file/delete?"),
                rows.details().replace("/file?", "/file/restore?version=1&"),
                "/attachments" + page,
                "/trash?space=" + space.slug() + "&files=50",
                rows.trashedFile(),
                "/history/events" + page + "&offset=100",
                "/jobs",
                "/jobs?before=2100-01-01T00:00:00Z_1",
                "/jobs?after=2001-01-01T00:00:00Z_1",
                "/trash?space=" + space.slug() + "&before=2100-01-01T00:00:00Z_1",
                "/jobs/" + rows.job(),
                "/jobs/status?id=" + rows.job(),
                "/search?q=page",
                "/suggest?q=pa",
                "/admin/searches",
                "/admin/synonyms",
                "/admin/spaces",
                "/admin/rights?space=" + space.slug());
        try (Statements statements = new Statements(logContext -> logContext.startsWith("GET "))) {
            List<String> sessions;
            try (LogContext ignored = LogContext.ofRequest(null, "GET by signing in")) {
                sessions = List.of(visitor.beginSession(), visitor.beginSessionOfAReader());
            }
            for (String session : sessions) {
                paths.forEach(path -> visitor.get(session, path));
            }
            return statements.sent();
        }
    }

    private static boolean isRead(Statements.Sent statement) {
        String sql = statement.sql().toLowerCase(Locale.ROOT);
        return sql.startsWith("select ")
                && sql.contains(" from ")
                && WHOLE.keySet().stream().noneMatch(whole -> sql.contains(whole));
    }
}
