package io.commonplace.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do who write, by the forms that the site shows them. */
final class Writing {
    private static final double TITLED = 0.2;
    private static final String FASTER = "somebody else has saved this page in the meantime";
    private static final String UNKNOWN = "may or may not be saved";

    private Writing() {}

    /** Opens the editor and saves: two operations, or the first alone if there is nothing to save. */
    static List<Operation> write(Visit visit, Leaf leaf) {
        String place = leaf.place();
        Attempt opening = new Attempt(visit, Kind.EDIT, leaf.name()).at(place);
        String address = visit.world().address("edit", place);
        Reply shown = visit.get(address);
        Operation ended = opening.endedBy(shown);
        if (ended != null) {
            return List.of(ended);
        }
        Optional<Markings.Marked> base = visit.world().markings().text(shown.body());
        Optional<Form> form = Form.of(shown, "edit");
        if (base.isEmpty() || form.isEmpty()) {
            return List.of(opening.end(Outcome.FAILED, shown));
        }
        Operation opened = opening.saw(base.get().at(place)).end(Outcome.DONE, shown);
        boolean titled = visit.random().nextDouble() < TITLED;
        Text text = new Text(visit.world().token(), base.get().token(), titled);
        Attempt saving = new Attempt(visit, Kind.WRITE, leaf.name()).writing(text);
        Reply saved = visit.post(address, form.get().filled(fields(visit, leaf.name(), text)));
        return List.of(opened, ending(saving, saved));
    }

    /** A new page; empty if it is not there for certain. */
    static Operation create(Visit visit, String shelf) {
        String name = visit.world().token();
        Text text = new Text(name, "", true);
        Attempt attempt = new Attempt(visit, Kind.CREATE, name).writing(text).at(shelf + "/" + name);
        String address = visit.world().address("new", shelf);
        Reply shown = visit.get(address);
        Optional<Form> form = Form.of(shown, "create");
        if (form.isEmpty()) {
            return attempt.untried(shown);
        }
        return ending(attempt, visit.post(address, form.get().filled(fields(visit, name, text))));
    }

    private static Map<String, String> fields(Visit visit, String page, Text text) {
        Markings markings = visit.world().markings();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("markdown", markings.markdown(page, text));
        fields.put("comment", text.token());
        if (text.titled()) {
            fields.put("title", markings.title(page, text));
        }
        return fields;
    }

    /** What became of a form that was sent: after success the site sends on. */
    static Operation ending(Attempt attempt, Reply reply) {
        Operation ended = attempt.endedBy(reply);
        if (ended != null) {
            return ended;
        }
        if (reply.isRedirect()) {
            return attempt.end(Outcome.DONE, reply);
        }
        if (reply.body().contains(UNKNOWN)) {
            return attempt.end(Outcome.FAILED, reply);
        }
        return attempt.end(reply.body().contains(FASTER) ? Outcome.CONFLICT : Outcome.REFUSED, reply);
    }
}
