@NullMarked
package io.commonplace.transfer.web;

import org.jspecify.annotations.NullMarked;
