package io.commonplace.inside;

import jakarta.faces.FactoryFinder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.faces.lifecycle.LifecycleFactory;
import java.io.Serial;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the components of all pages that Faces renders in this clone. */
public final class ComponentCounter implements PhaseListener, AutoCloseable {
    @Serial
    private static final long serialVersionUID = 1;

    private final AtomicInteger rendered = new AtomicInteger();
    private final transient Lifecycle lifecycle;

    public ComponentCounter() {
        LifecycleFactory factory = (LifecycleFactory) FactoryFinder.getFactory(FactoryFinder.LIFECYCLE_FACTORY);
        lifecycle = factory.getLifecycle(LifecycleFactory.DEFAULT_LIFECYCLE);
        lifecycle.addPhaseListener(this);
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        rendered.addAndGet(count(event.getFacesContext().getViewRoot()));
    }

    private static int count(UIComponent component) {
        int count = 1;
        for (var parts = component.getFacetsAndChildren(); parts.hasNext(); ) {
            count += count(parts.next());
        }
        return count;
    }

    public int rendered() {
        return rendered.get();
    }

    @Override
    public void close() {
        lifecycle.removePhaseListener(this);
    }
}
