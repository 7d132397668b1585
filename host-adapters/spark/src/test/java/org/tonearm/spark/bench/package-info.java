/** Measures what a job costs the driver; run by hand, see {@code docs/hosts/spark.md}. */
package org.tonearm.spark.bench;
