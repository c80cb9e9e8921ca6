package io.commonplace.jobs;

import java.util.List;

/** Steps were written in the transaction that fires this; after it, messages are to wake workers for them. */
record StepsAdded(JobKind.Lane lane, List<Long> stepIds) {}
