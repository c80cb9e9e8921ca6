package io.commonplace.platform.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Makes forms post to the address in the browser, with its query. Faces would leave out the query, and write the view's file
 * where a servlet has forwarded to it. Configured in faces-config.xml.
 */
public class SameAddressForms extends ViewHandlerWrapper {
    public SameAddressForms(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        String forwarded = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return forwarded == null
                ? address(request.getRequestURI(), request.getQueryString())
                : address(forwarded, (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING));
    }

    private static String address(String path, @Nullable String query) {
        return query == null ? path : path + "?" + query;
    }
}
