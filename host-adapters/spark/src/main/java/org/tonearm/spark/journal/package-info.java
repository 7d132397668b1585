/** The append-only journal of an attempt, from which reports and undo are made. */
package org.tonearm.spark.journal;
