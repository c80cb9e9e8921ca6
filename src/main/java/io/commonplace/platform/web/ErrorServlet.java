package io.commonplace.platform.web;

import io.commonplace.platform.Messages;
import io.commonplace.platform.log.LogContext;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Writes the responses for errors that the container itself detects, outside of our filters. Configured in web.xml. */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient ErrorPage page;

    @Inject
    private transient Failures failures;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (LogContext ignored = RequestLogContext.begin(request)) {
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (failure != null) {
            failures.answer(request, response, failure);
        } else if (request.getDispatcherType() != DispatcherType.ERROR || status == null) {
            page.write(request, response, 404, text(404));
        } else {
            page.write(request, response, status, text(status));
        }
    }

    private static String text(int status) {
        return switch (status) {
            case 401 -> Messages.text("error.401");
            case 403 -> Messages.text("error.403");
            case 404 -> Messages.text("error.404");
            default -> status >= 500 ? Messages.text("error.5xx") : Messages.text("error.4xx", status);
        };
    }
}
