package org.tonearm.model.suite;

import org.tonearm.model.suite.report.RowInfo;

/**
 * One row of the table.
 *
 * @param info what it is
 * @param plan its clips and folds
 * @param work what it does
 */
record SuiteRow(RowInfo info, FoldPlan plan, RowWork work) {}
