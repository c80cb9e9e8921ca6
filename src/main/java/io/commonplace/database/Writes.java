package io.commonplace.database;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A use case that changes something: one transaction on the primary. After its commit and before it returns, the parts of
 * the {@link io.commonplace.platform.UnitOfWork} get its replication position, the session last. While {@link ReadOnlyMode}
 * is on, it is refused before it begins.
 */
@InterceptorBinding
@Transactional
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Writes {
    /** Whether it is allowed during maintenance. */
    @Nonbinding
    boolean evenInMaintenance() default false;
}
