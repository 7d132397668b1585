/** Recordings are heard: scores, tags and reasons go into the table {@code scores}. */
package org.tonearm.spark.analyze;
