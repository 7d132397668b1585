/** Storage of audio: what each file system can promise when a file is replaced. */
package org.tonearm.spark.store;
