package io.commonplace.platform.web;

import jakarta.el.ELContext;
import jakarta.el.ValueExpression;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An expression that keeps its first value. It belongs to one view of one request. */
final class ResolvedOnce extends ValueExpression {
    @Serial
    private static final long serialVersionUID = 1;

    private final ValueExpression lookup;
    private transient @Nullable Object value;

    ResolvedOnce(ValueExpression lookup) {
        this.lookup = lookup;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
    public <T> @Nullable T getValue(ELContext context) {
        if (value == null) {
            value = lookup.getValue(context);
        }
        return (T) value;
    }

    @Override
    public void setValue(ELContext context, Object changed) {
        lookup.setValue(context, changed);
    }

    @Override
    public boolean isReadOnly(ELContext context) {
        return true;
    }

    @Override
    public Class<?> getType(ELContext context) {
        return lookup.getType(context);
    }

    @Override
    public Class<?> getExpectedType() {
        return Object.class;
    }

    @Override
    public String getExpressionString() {
        return lookup.getExpressionString();
    }

    @Override
    public boolean isLiteralText() {
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResolvedOnce same && same.lookup.equals(lookup);
    }

    @Override
    public int hashCode() {
        return lookup.hashCode();
    }
}
