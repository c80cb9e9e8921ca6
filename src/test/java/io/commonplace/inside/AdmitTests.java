package io.commonplace.inside;

import io.commonplace.database.SessionPosition;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.util.EnumSet;

/**
 * Lets Arquillian's requests bypass the application's filters, which would require it to sign in. As for other requests, each
 * test is one session: it sees what it has written, also when the replica is behind.
 */
@WebListener
public class AdmitTests implements ServletContextListener {
    private static final String RUNNER = "ArquillianServletRunnerEE9";

    @Inject
    private SessionPosition session;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var filter = event.getServletContext().addFilter("admit-tests", this::run);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/" + RUNNER);
    }

    private void run(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        session.bind(null, wrote -> {}, saw -> {});
        try {
            request.getServletContext().getNamedDispatcher(RUNNER).forward(request, response);
        } finally {
            session.unbind();
        }
    }
}
