package io.commonplace.pages.web;

import io.commonplace.database.ReadOnlyMode;
import io.commonplace.pages.Draft;
import io.commonplace.pages.DraftConflict;
import io.commonplace.pages.Drafts;
import io.commonplace.pages.PageText;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.web.LocalPath;
import io.commonplace.platform.web.Times;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;

/**
 * {@code POST /draft} stores an editor's text, sent as JSON; {@code POST /draft/discard} deletes the draft. The parameters
 * name the page and the {@code kind}: "page", or "new" for a new page below it.
 */
@WebServlet({"/draft", "/draft/discard"})
public class DraftServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    /** In bytes; more than the longest text takes. */
    private static final int MAX_BODY = 5 << 20;

    @Inject
    private transient PageAddress address;

    @Inject
    private transient Drafts drafts;

    @Inject
    private transient CurrentUser currentUser;

    @Inject
    private transient ReadOnlyMode mode;

    @Inject
    private transient Times times;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        address.requireEdit();
        if (request.getServletPath().endsWith("/discard")) {
            drafts.discard(currentUser.viewer(), address.draftTarget(isNew(request)));
            response.sendRedirect(LocalPath.orHome(request.getParameter("to")));
        } else {
            store(request, response);
        }
    }

    private void store(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            JsonObject sent = read(request);
            Instant previous = EditorDraft.instant(sent.getString("over", ""));
            Instant storedAt =
                    drafts.store(currentUser.viewer(), address.draftTarget(isNew(request)), draft(sent), previous);
            String text = Messages.text("draft.saved", times.moment(storedAt));
            answer(response, 200, Json.createObjectBuilder().add("text", text).add("mode", mode()));
        } catch (DraftConflict e) {
            answer(response, 409, Json.createObjectBuilder().add("error", Messages.text(e)));
        } catch (JsonException | ClassCastException e) {
            String text = Messages.text("draft.unreadable");
            answer(response, 400, Json.createObjectBuilder().add("error", text));
        } catch (Refusal e) {
            answer(response, 422, Json.createObjectBuilder().add("error", Messages.text(e)));
        }
    }

    private JsonObjectBuilder mode() {
        return Json.createObjectBuilder()
                .add("readOnly", mode.isOn())
                .add("text", mode.text().orElseGet(() -> Messages.text("readOnly.over")));
    }

    private static boolean isNew(HttpServletRequest request) {
        return "new".equals(request.getParameter("kind"));
    }

    private static JsonObject read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BODY);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        }
    }

    private static Draft draft(JsonObject sent) {
        PageText text = new PageText(
                sent.getString("title", ""),
                sent.getString("markdown", "").replace("\r\n", "\n"),
                sent.getString("comment", ""));
        String editor = sent.getString("sheet", "");
        return new Draft(
                text, sent.getInt("base", 0), editor.length() > 32 ? editor.substring(0, 32) : editor, Instant.EPOCH);
    }

    private static void answer(HttpServletResponse response, int status, JsonObjectBuilder json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json.build() + "\n");
    }
}
