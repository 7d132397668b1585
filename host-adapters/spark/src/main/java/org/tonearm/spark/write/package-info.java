/** Plans are written and taken back by the tasks of a cluster; their journals become a table. */
package org.tonearm.spark.write;
