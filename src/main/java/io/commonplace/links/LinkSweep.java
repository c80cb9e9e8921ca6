package io.commonplace.links;

import io.commonplace.cluster.Members;
import io.commonplace.database.Migrations;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/** Works off the tasks once a second, on all clones, each with tasks of its own. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LinkSweep {
    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Members members;

    @Inject
    private Migrations migrations;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private LinkTaskQueries waiting;

    @Inject
    private TargetChanges targets;

    @Inject
    private SectionChecks sections;

    @Inject
    private PageChecks pages;

    @Inject
    private UnknownPages unknown;

    private final PeriodicTask sweep = new PeriodicTask("link-sweep", this::work);
    private final PeriodicTask search = new PeriodicTask("unknown-links", this::search);

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void sweep() {
        sweep.runOn(executor);
    }

    @Schedule(hour = "*", minute = "*", second = "23", persistent = false)
    void searchUnknown() {
        search.runOn(executor);
    }

    /** Changes of a target first: they make tasks for pages. Old pages come last, and only some a second. */
    private void work() {
        if (!isWritable() || !waiting.any()) {
            return;
        }
        int done;
        do {
            done = targets.run() + pages.run(LinkTask.Kind.LINKS) + sections.run();
        } while (done > 0 && isWritable());
        if (isWritable()) {
            pages.run(LinkTask.Kind.FILL);
        }
    }

    private void search() {
        if (isWritable() && members.isOldest()) {
            unknown.find();
        }
    }

    private boolean isWritable() {
        return migrations.isApplied() && !mode.isOn();
    }
}
