/** The command line of cluster jobs, the same as a verb of {@code tonearm} and as a main class. */
package org.tonearm.spark.command;
