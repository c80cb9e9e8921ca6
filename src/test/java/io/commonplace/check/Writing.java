package io.commonplace.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations that write, through the site's forms. */
final class Writing {
    private static final double TITLE_SHARE = 0.2;
    private static final String CONFLICT_MESSAGE = "somebody else has saved this page in the meantime";
    private static final String UNKNOWN_MESSAGE = "may or may not be saved";

    private Writing() {}

    /** Opens the editor and saves: two operations, or only the first if there is nothing to save. */
    static List<Operation> write(Visit visit, TestPage testPage) {
        String place = testPage.place();
        Attempt opening = new Attempt(visit, OperationKind.EDIT, testPage.name()).at(place);
        String address = visit.context().address("edit", place);
        Reply shown = visit.get(address);
        Operation ended = opening.endedBy(shown);
        if (ended != null) {
            return List.of(ended);
        }
        Optional<TextTokens.MarkedText> base = visit.context().textTokens().text(shown.body());
        Optional<Form> form = Form.of(shown, "edit");
        if (base.isEmpty() || form.isEmpty()) {
            return List.of(opening.end(Outcome.FAILED, shown));
        }
        Operation opened = opening.observe(base.get().at(place)).end(Outcome.DONE, shown);
        boolean titled = visit.random().nextDouble() < TITLE_SHARE;
        Text text = new Text(visit.context().token(), base.get().token(), titled);
        Attempt saving = new Attempt(visit, OperationKind.WRITE, testPage.name()).writing(text);
        Reply saved = visit.post(address, form.get().filled(fields(visit, testPage.name(), text)));
        return List.of(opened, result(saving, saved));
    }

    /** Creates a page. */
    static Operation create(Visit visit, String section) {
        String name = visit.context().token();
        Text text = new Text(name, "", true);
        Attempt attempt =
                new Attempt(visit, OperationKind.CREATE, name).writing(text).at(section + "/" + name);
        String address = visit.context().address("new", section);
        Reply shown = visit.get(address);
        Optional<Form> form = Form.of(shown, "create");
        if (form.isEmpty()) {
            return attempt.notSent(shown);
        }
        return result(attempt, visit.post(address, form.get().filled(fields(visit, name, text))));
    }

    private static Map<String, String> fields(Visit visit, String page, Text text) {
        TextTokens textTokens = visit.context().textTokens();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("markdown", textTokens.markdown(page, text));
        fields.put("comment", text.token());
        if (text.titled()) {
            fields.put("title", textTokens.title(page, text));
        }
        return fields;
    }

    /** The operation's end after a form was sent; after success the site redirects. */
    static Operation result(Attempt attempt, Reply reply) {
        Operation ended = attempt.endedBy(reply);
        if (ended != null) {
            return ended;
        }
        if (reply.isRedirect()) {
            return attempt.end(Outcome.DONE, reply);
        }
        if (reply.body().contains(UNKNOWN_MESSAGE)) {
            return attempt.end(Outcome.FAILED, reply);
        }
        return attempt.end(reply.body().contains(CONFLICT_MESSAGE) ? Outcome.CONFLICT : Outcome.REFUSED, reply);
    }
}
