/** What there is to hear: folders listed in parallel, a row for each recording. */
package org.tonearm.spark.scan;
