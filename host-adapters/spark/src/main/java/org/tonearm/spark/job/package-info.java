/** The stages of a job, put together on a session of Spark. */
package org.tonearm.spark.job;
