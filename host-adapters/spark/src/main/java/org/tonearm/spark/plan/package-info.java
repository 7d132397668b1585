/** From scores and present tags to planned changes: a pure function of each row. */
package org.tonearm.spark.plan;
