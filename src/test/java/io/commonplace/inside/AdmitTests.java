package io.commonplace.inside;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Lets Arquillian's requests bypass the application's filters, which would require it to sign in. */
@WebListener
public class AdmitTests implements ServletContextListener {
    private static final String RUNNER = "ArquillianServletRunnerEE9";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var filter = event.getServletContext()
                .addFilter(
                        "admit-tests",
                        (request, response, chain) -> request.getServletContext()
                                .getNamedDispatcher(RUNNER)
                                .forward(request, response));
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/" + RUNNER);
    }
}
