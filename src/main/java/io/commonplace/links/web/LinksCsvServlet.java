package io.commonplace.links.web;

import io.commonplace.links.LinkReports;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.web.PageAddress;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Csv;
import io.commonplace.platform.Messages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serial;

/** {@code GET /links.csv?space=…&kind=…}: a whole report as CSV. It is read and sent in parts. */
@WebServlet("/links.csv")
public class LinksCsvServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int PART = 500;

    @Inject
    private transient PageAddress address;

    @Inject
    private transient LinkReports reports;

    @Inject
    private transient CurrentUser currentUser;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SpaceHead space = address.getSpace();
        LinkReports.Kind kind = ReportAddress.kind(request.getParameter("kind"));
        LinkReports.Part part = reports.part(currentUser.viewer(), space, kind, "", PART);
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + space.slug() + "-" + ReportAddress.name(kind) + ".csv\"");
        PrintWriter to = response.getWriter();
        to.append(Csv.BYTE_ORDER_MARK);
        to.append(Csv.row(
                Messages.text("links.csv.page"), Messages.text("links.csv.address"), Messages.text("links.csv.link")));
        write(part, to);
        while (!part.next().isEmpty()) {
            part = reports.part(currentUser.viewer(), space, kind, part.next(), PART);
            write(part, to);
        }
    }

    private static void write(LinkReports.Part part, PrintWriter to) {
        part.lines().forEach(line -> to.append(Csv.row(line.title(), line.href(), line.link())));
    }
}
