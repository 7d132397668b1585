/** The tables of a cluster job: their columns, and where they lie. */
package org.tonearm.spark.schema;
