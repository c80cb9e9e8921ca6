package io.commonplace.pages.web;

import io.commonplace.pages.TaskChoice;
import io.commonplace.pages.Tasks;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code POST /tasks} ticks tasks of the page that the parameters name, as they were in the {@code revision}. Each {@code
 * task} is the number of one; it is to be done if there is a {@code done} with its number. {@code tasks.js} sends one and gets
 * JSON; the form without a script sends the {@code whole} page and leads back to it.
 */
@WebServlet("/tasks")
public class TaskServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient PageAddress address;

    @Inject
    private transient Tasks tasks;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        address.requireEdit();
        if (!isScript(request)) {
            tick(request);
            response.sendRedirect(address.getHref());
            return;
        }
        try {
            String key = tick(request) ? "task.saved" : "task.unchanged";
            answer(response, HttpServletResponse.SC_OK, Messages.text(key));
        } catch (Refusal e) {
            answer(response, HttpServletResponse.SC_CONFLICT, Messages.text(e));
        }
    }

    private static boolean isScript(HttpServletRequest request) {
        return "application/json".equals(request.getHeader("Accept"));
    }

    private boolean tick(HttpServletRequest request) {
        Set<Integer> done = numbers(request, "done").collect(Collectors.toSet());
        Map<Integer, Boolean> wanted =
                numbers(request, "task").distinct().collect(Collectors.toMap(Function.identity(), done::contains));
        int shown = numbers(request, "revision").findFirst().orElseThrow(() -> new Refusal("task.unknown"));
        TaskChoice choice = new TaskChoice(shown, wanted, request.getParameter("whole") != null);
        return tasks.tick(address.viewer(), address.getSpace(), address.getPath(), choice);
    }

    private static Stream<Integer> numbers(HttpServletRequest request, String parameter) {
        String[] values = request.getParameterValues(parameter);
        return values == null ? Stream.empty() : Arrays.stream(values).map(TaskServlet::number);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal("task.unknown");
        }
    }

    private static void answer(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder().add("text", text).build().toString());
    }
}
