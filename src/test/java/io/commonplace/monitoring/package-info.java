/** What {@code monitoring/} holds: that it can be read, is complete, and is explained. That a running clone tells what it names, {@code outside.MetricsIT} holds. */
@NullMarked
package io.commonplace.monitoring;

import org.jspecify.annotations.NullMarked;
