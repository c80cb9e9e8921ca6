package io.commonplace.platform.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;

/** Makes forms post to the address in the browser, with its query, instead of the view's file. Configured in faces-config.xml. */
public class SameAddressForms extends ViewHandlerWrapper {
    public SameAddressForms(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        Map<String, Object> request = faces.getExternalContext().getRequestMap();
        String address = (String) request.get(RequestDispatcher.FORWARD_REQUEST_URI);
        if (address == null) {
            return super.getActionURL(faces, viewId);
        }
        String query = (String) request.get(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? address : address + "?" + query;
    }
}
