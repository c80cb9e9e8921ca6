@NullMarked
package io.commonplace.jobs.web;

import org.jspecify.annotations.NullMarked;
