/**
 * Every network of the five papers, trained and measured on the same folds: what {@code tonearm
 * evaluate --suite papers} does.
 */
package org.tonearm.model.suite;
