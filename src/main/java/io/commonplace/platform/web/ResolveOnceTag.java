package io.commonplace.platform.web;

import jakarta.el.ValueExpression;
import jakarta.el.VariableMapper;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;

/**
 * {@code <cp:resolve-once names="msg pageView"/>}: the expressions of a view that follow look up these names once, and not each
 * time. CDI looks among all beans by name, also for what is no bean, and a page view has some hundred expressions: that was a
 * third of its CPU time.
 */
public final class ResolveOnceTag extends TagHandler {
    private final TagAttribute names;

    public ResolveOnceTag(TagConfig config) {
        super(config);
        names = getRequiredAttribute("names");
    }

    @Override
    public void apply(FaceletContext view, UIComponent parent) {
        VariableMapper variables = view.getVariableMapper();
        for (String name : names.getValue().split(" ")) {
            ValueExpression lookup =
                    view.getExpressionFactory().createValueExpression(view, "#{" + name + "}", Object.class);
            variables.setVariable(name, new ResolvedOnce(lookup));
        }
    }
}
