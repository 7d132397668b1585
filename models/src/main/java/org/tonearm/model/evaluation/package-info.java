/**
 * Figures of how well a model does: accuracy, calibration, coverage, confusion, and their charts.
 */
package org.tonearm.model.evaluation;
