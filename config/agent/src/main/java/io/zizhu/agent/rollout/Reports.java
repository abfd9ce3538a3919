package io.zizhu.agent.rollout;

import io.zizhu.wire.report.RolloutReport;

/**
 * Port: writes a report as a journal row of kind {@link RolloutReport#KIND} whose open facts are
 * {@code RolloutReport.FORM.write(report)}. When the call returns the row is durable; after a power cut the same report may
 * come again.
 */
public interface Reports {
    void report(RolloutReport report);
}
