package io.commonplace.database;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A use case that changes something: one transaction on the primary. When it has committed, its replication position
 * is remembered for the session and told to what the {@link io.commonplace.platform.UnitOfWork} carries, before the caller
 * goes on.
 * While {@link ReadOnlyMode} is on, it is refused before it begins.
 */
@InterceptorBinding
@Transactional
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Writes {
    /** Whether a maintenance that an administrator has switched on is no obstacle. */
    @Nonbinding
    boolean evenInMaintenance() default false;
}
