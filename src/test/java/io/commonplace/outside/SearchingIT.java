package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commonplace.attachments.text.SampleDocuments;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** The search as people, programs and feed readers use it. What is found, and in which order, the tests of its package check. */
class SearchingIT {
    private static final int PAGES = 25;

    private final Visitor administrator = Visitor.administrator();

    private final String word = newWord();

    @Test
    void aPageIsFoundAndSuggestedRightAfterItWasSaved() {
        Space space = Space.make(administrator, "searched");
        space.create(administrator, "The " + word, "Before *the* " + word + " and after");

        Document page = administrator.get("/search?q=" + word).page();
        assertThat(page.select(".result h2 a").attr("href")).startsWith(space.href());
        assertThat(page.select(".snippet").text()).contains("Before the " + word + " and after");
        assertThat(page.select(".snippet mark").eachText()).contains(word);

        JsonObject suggested = administrator.json("/suggest?q=" + word.substring(0, word.length() - 2));
        assertThat(suggested.getJsonArray("suggestions").getJsonObject(0).getString("title"))
                .isEqualTo("The " + word);
    }

    @Test
    void whoMayNotViewASpaceFindsNothingInIt() {
        Space space = Space.make(administrator, "hidden");
        space.create(administrator, "The " + word, word);
        Person person = Person.make(administrator);
        person.may(administrator, space, "NONE");
        Visitor other = person.signedIn();

        assertThat(other.get("/search?q=" + word).page().select(".result, .facets a"))
                .isEmpty();
        assertThat(other.json("/suggest?q=" + word).getJsonArray("suggestions")).isEmpty();
        assertThat(other.json("/api/search?q=" + word).getInt("total")).isZero();
        assertThat(other.get("/search.atom?q=" + word).body()).doesNotContain("<entry>");
    }

    @Test
    void aResultLeadsToTheFileThatHasTheWords() {
        Space space = Space.named("with-files");
        byte[] archive = Zip.aZip()
                .with("index.md", "# Front")
                .with("report.docx", SampleDocuments.docx("Before the " + word))
                .bytes();
        Import.start(space, archive).end();

        Document page = await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> administrator.get("/search?q=" + word).page(),
                        found -> !found.select(".result").isEmpty());
        Elements file = page.select(".result .meta a");
        assertThat(file.text()).isEqualTo("In the file report.docx");
        assertThat(administrator.get(file.attr("href")).status()).isEqualTo(200);
        assertThat(administrator
                        .json("/api/search?q=" + word)
                        .getJsonArray("results")
                        .getJsonObject(0)
                        .getJsonObject("file")
                        .getString("name"))
                .isEqualTo("report.docx");
    }

    @Test
    void linksLeadThroughAllResultsAndKeepTheSearch() {
        Space space = importedPages();
        Document first = administrator
                .get("/search?q=" + word + "&space=" + space.slug() + "&sort=date")
                .page();
        Document last = administrator
                .get(first.select(".pager a:contains(More)").attr("href"))
                .page();

        assertThat(first.select(".result")).hasSize(20);
        assertThat(last.select(".result")).hasSize(PAGES - 20);
        assertThat(last.select("#q").val()).isEqualTo(word);
        assertThat(last.select(".sort [aria-current]").text()).isEqualTo("Latest change");
        assertThat(last.select(".pager a:contains(More)")).isEmpty();
        assertThat(last.select(".pager a:contains(first)").attr("href"))
                .isEqualTo("/search?q=" + word + "&space=" + space.slug() + "&sort=date");
        assertThat(last.select(".search-filters a").attr("href")).isEqualTo("/search?q=" + word + "&sort=date");
    }

    @Test
    void whatIsTypedIsShownAndNeverMarkup() {
        for (String typed :
                List.of("\"><script>alert(1)</script>", "'><img src=x>&{}#{1+1}", "🦊 &amp;", "x".repeat(4_000))) {
            Answer answer = administrator.get("/search?q=" + Visitor.encode(typed));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(typed).startsWith(answer.page().select("#q").val());
            assertThat(answer.page().select("script:not([src]), img")).isEmpty();
        }
    }

    @Test
    void aProgramReadsAllResultsAndLearnsItsMistakes() {
        importedPages();
        JsonObject first = administrator.json("/api/search?limit=10&q=" + word);
        JsonObject second = administrator.json("/api/search?limit=100&q=" + word + "&after=" + first.getString("next"));

        assertThat(first.getInt("total")).isEqualTo(PAGES);
        assertThat(second.getJsonArray("results")).hasSize(PAGES - 10);
        assertThat(second.isNull("next")).isTrue();
        for (String wrong :
                List.of("limit=0", "limit=101", "limit=x", "sort=size", "after=x", "kind=files", "updated=today")) {
            Answer refused = administrator.get("/api/search?q=a&" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains("“" + wrong.replaceFirst("=.*", "") + "”");
        }
    }

    @Test
    void aFeedAndTheBrowsersSearchHaveTheSitesAddress() {
        Space space = Space.make(administrator, "fed");
        space.create(administrator, "The " + word, word);

        Answer answer = administrator.get("/search.atom?q=" + word);
        assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
        Document feed = Jsoup.parse(answer.body(), "", Parser.xmlParser());
        assertThat(feed.select("entry > title").text()).isEqualTo("The " + word);
        assertThat(feed.select("entry > link").attr("href")).startsWith(Cluster.url() + space.href());

        Document engine = Jsoup.parse(administrator.get("/opensearch.xml").body(), "", Parser.xmlParser());
        assertThat(engine.select("Url").eachAttr("template"))
                .allMatch(url -> URI.create(url.replaceAll("[{}]", "")).isAbsolute());
    }

    @Test
    void aTimeIsAFilterThatCanBeRemoved() {
        Space space = Space.make(administrator, "dated");
        space.create(administrator, "The " + word, word);

        Document all = administrator.get("/search?q=" + word).page();
        String week = all.select(".facets a:contains(Past week)").attr("href");
        assertThat(week).isEqualTo("/search?q=" + word + "&updated=week");
        Document filtered = administrator.get(week).page();
        assertThat(filtered.select(".result")).hasSize(1);
        assertThat(filtered.select(".search-filters a").text()).startsWith("Changed: Past week");
        assertThat(filtered.select(".search-filters a").attr("href")).isEqualTo("/search?q=" + word);
        assertThat(administrator
                        .json("/api/search?updated=year&q=" + word + "+updated:%3C2020")
                        .getInt("total"))
                .isZero();
    }

    @Test
    void peopleAndSpacesAreFoundByThoseWhoMaySeeThem() {
        Space space = Space.make(administrator, word);
        space.create(administrator, "The " + word, word);
        Person person = Person.make(administrator);
        person.may(administrator, space, "NONE");
        Visitor other = person.signedIn();

        String spaces = "/search?kind=spaces&q=" + word;
        assertThat(administrator.get(spaces).page().select(".result h2 a").attr("href"))
                .isEqualTo(space.href());
        assertThat(other.get(spaces).page().select(".result")).isEmpty();
        assertThat(other.json("/api/search?kind=spaces&q=" + word).getInt("total"))
                .isZero();
        assertThat(kinds(administrator.get("/search?q=" + word).page()))
                .containsExactly("Pages 1", "People 0", "Spaces 1", "Deleted pages 0");
        // Whoever may edit in any space has a trash.
        assertThat(kinds(other.get("/search?q=" + word).page())).startsWith("Pages 0", "People 0", "Spaces 0");

        JsonArray suggested = administrator.json("/suggest?q=" + word).getJsonArray("suggestions");
        assertThat(suggested.getJsonObject(1).getString("kind")).isEqualTo("spaces");
        assertThat(other.json("/suggest?q=" + word).getJsonArray("suggestions")).isEmpty();
    }

    @Test
    void aDeletedPageLeadsToTheFormThatRestoresIt() {
        Space space = Space.make(administrator, "trashed");
        space.create(administrator, word, "Text");
        administrator.submit(space.deleting(word), "delete", Map.of());

        Document found = administrator.get("/search?kind=deleted&q=" + word).page();
        String restoring = found.select(".result h2 a").attr("href");
        assertThat(found.select(".result .badge").text()).isEqualTo("In the trash");
        assertThat(administrator.get("/search.atom?kind=deleted&q=" + word).body())
                .contains("<title>" + word + "</title>");
        Person reader = Person.make(administrator);
        reader.may(administrator, space, "VIEW");
        assertThat(reader.signedIn().json("/api/search?kind=deleted&q=" + word).getInt("total"))
                .isZero();

        administrator.submit(restoring, "restore", Map.of());
        assertThat(administrator.get("/search?kind=deleted&q=" + word).page().select(".result"))
                .isEmpty();
        assertThat(administrator.get("/search?q=" + word).page().select(".result"))
                .hasSize(1);
    }

    @Test
    void aClickIsReportedOnlyFromThePage() {
        Document page = administrator.get("/search?q=" + word).page();
        String token = page.select("meta[name=csrf-token]").attr("content");

        assertThat(administrator.post("/search/click", Map.of("q", word)).status())
                .isEqualTo(403);
        assertThat(administrator
                        .post("/search/click", Map.of("q", word, "csrf", token))
                        .status())
                .isEqualTo(204);
    }

    private static List<String> kinds(Document page) {
        return page.select(".kinds a").eachText();
    }

    private Space importedPages() {
        Space space = Space.named("paged");
        Zip zip = Zip.aZip();
        for (int i = 0; i < PAGES; i++) {
            zip = zip.with("page-" + i + ".md", "# Page " + i + "\n\nWith " + word);
        }
        Import.start(space, zip.bytes()).end();
        return space;
    }

    /** Nine letters that no other page has. */
    private static String newWord() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .filter(Character::isLetterOrDigit)
                .limit(8)
                .map(c -> Character.isDigit(c) ? 'g' + c - '0' : c)
                .collect(() -> new StringBuilder("z"), StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
