/** Where Spark lies, and the process in which a job's driver runs. */
package org.tonearm.spark.home;
