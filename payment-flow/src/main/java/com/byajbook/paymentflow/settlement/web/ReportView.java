package com.byajbook.paymentflow.settlement.web;

import com.byajbook.paymentflow.settlement.usecase.ReadReports.Report;
import java.util.List;

/**
 * A day in JSON.
 *
 * @param total all its differences, of which the first are shown, open ones before settled ones
 */
record ReportView(RunView run, long total, List<DifferenceView> differences) {

    static ReportView of(Report report) {
        return new ReportView(
                RunView.of(report.summary()),
                report.total(),
                report.differences().stream().map(DifferenceView::of).toList());
    }
}
