/** Files of Hadoop's file systems as paths of Java, for reading: streamed, never copied. */
package org.tonearm.spark.remote;
