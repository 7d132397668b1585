/**
 * The engine within an executor: settings sent once, weights held once, an engine for each core.
 */
package org.tonearm.spark.engine;
