package io.commonplace.pages.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Takes the markup of a view instead of sending it. Headers, and errors, go to the real response. */
final class CapturedResponse extends HttpServletResponseWrapper {
    private final StringWriter markup = new StringWriter(32_768);
    private final PrintWriter writer = new PrintWriter(markup);

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    /** Nothing is sent before all is there. */
    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        markup.getBuffer().setLength(0);
    }

    @Override
    public void reset() {
        super.reset();
        markup.getBuffer().setLength(0);
    }

    String markup() {
        writer.flush();
        return markup.toString();
    }
}
