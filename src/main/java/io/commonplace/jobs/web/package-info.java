/** A job's page, its progress over a WebSocket and by polling. */
@NullMarked
package io.commonplace.jobs.web;

import org.jspecify.annotations.NullMarked;
