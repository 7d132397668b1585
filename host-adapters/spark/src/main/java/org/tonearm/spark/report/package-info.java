/** What became of all recordings: counted, and row by row. */
package org.tonearm.spark.report;
