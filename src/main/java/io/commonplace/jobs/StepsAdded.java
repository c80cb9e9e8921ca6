package io.commonplace.jobs;

import java.util.List;

/** The transaction that fires this has written steps. After its commit, messages wake workers for them. */
record StepsAdded(JobKind.Lane lane, List<Long> stepIds) {}
