package io.commonplace.check;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Operations that only read. */
final class Reading {
    private static final int MAX_REDIRECTS = 5;

    private Reading() {}

    /** Reads the page at the address, following redirects. */
    static Operation read(Visit visit, TestPage testPage, String place) {
        Attempt attempt = new Attempt(visit, OperationKind.READ, testPage.name());
        CheckContext context = visit.context();
        String start = context.href("");
        String path = context.href(place);
        Reply reply = visit.get(path);
        for (int i = 0;
                i < MAX_REDIRECTS && reply.status() == 301 && reply.location().startsWith(start);
                i++) {
            path = reply.location();
            reply = visit.get(path);
        }
        Operation ended = attempt.endedBy(reply);
        if (ended != null) {
            return ended;
        }
        String shown = path.substring(start.length());
        Optional<Observation> observation =
                context.textTokens().text(reply.body()).map(marked -> marked.at(shown));
        observation.ifPresent(attempt::observe);
        return attempt.at(shown).end(observation.isPresent() ? Outcome.DONE : Outcome.FAILED, reply);
    }

    static Operation history(Visit visit, TestPage testPage) {
        String place = testPage.place();
        Attempt attempt = new Attempt(visit, OperationKind.HISTORY, testPage.name()).at(place);
        Reply reply = visit.get(visit.context().address("history", place));
        Operation ended = attempt.endedBy(reply);
        if (ended != null) {
            return ended;
        }
        Optional<Observation> newest = visit.context().textTokens().newest(reply.body(), testPage.name(), place);
        newest.ifPresent(attempt::observe);
        return attempt.end(newest.isPresent() ? Outcome.DONE : Outcome.FAILED, reply);
    }

    /** Reads the pages of a section, from the tree beside its page. */
    static Operation tree(Visit visit, String section) {
        Attempt attempt = new Attempt(visit, OperationKind.TREE, section);
        Reply reply = visit.get(visit.context().href(section));
        Operation ended = attempt.endedBy(reply);
        if (ended != null) {
            return ended;
        }
        String body = reply.body();
        int from = Math.max(0, body.indexOf("class=\"tree\""));
        int to = body.indexOf("</nav>", from);
        List<Observation> links = visit.context().textTokens().links(body.substring(from, Math.max(from, to)));
        return attempt.observe(links).end(to < 0 ? Outcome.FAILED : Outcome.DONE, reply);
    }

    static Operation recent(Visit visit) {
        Attempt attempt = new Attempt(visit, OperationKind.RECENT, "");
        Reply reply = visit.get("/");
        Operation ended = attempt.endedBy(reply);
        return ended != null
                ? ended
                : attempt.observe(visit.context().textTokens().links(reply.body()))
                        .end(Outcome.DONE, reply);
    }

    /** Reads where another page links to this one: no place if the link is broken. */
    static Operation link(Visit visit, TestPage testPage) {
        Attempt attempt = new Attempt(visit, OperationKind.LINK, testPage.name());
        CheckContext context = visit.context();
        Reply reply = visit.get(context.href(LinkingPage.PLACE));
        Operation ended = attempt.endedBy(reply);
        if (ended != null) {
            return ended;
        }
        Optional<Element> link = LinkingPage.linkTo(testPage.name(), reply.body());
        String start = context.href("");
        link.map(found -> found.attr("href"))
                .filter(href -> href.startsWith(start))
                .ifPresent(href -> attempt.at(href.substring(start.length())));
        return attempt.end(link.isPresent() ? Outcome.DONE : Outcome.FAILED, reply);
    }

    /** Searches for the page's name. A result that says that it may lack changes promises nothing. */
    static Operation search(Visit visit, TestPage testPage) {
        Attempt attempt = new Attempt(visit, OperationKind.SEARCH, testPage.name());
        Reply reply = visit.get("/api/search?limit=20&q=" + testPage.name());
        Operation ended = attempt.endedBy(reply);
        if (ended != null) {
            return ended;
        }
        SearchReply found = SearchReply.parse(reply.body());
        if (!found.current()) {
            return attempt.end(Outcome.REFUSED, reply);
        }
        Optional<Observation> observation =
                found.page(testPage.name(), visit.context().textTokens());
        observation.ifPresent(attempt::observe);
        return attempt.at(observation.map(Observation::place).orElse(null))
                .end(observation.isPresent() ? Outcome.DONE : Outcome.ABSENT, reply);
    }
}
