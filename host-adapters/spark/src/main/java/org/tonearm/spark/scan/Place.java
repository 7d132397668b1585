package org.tonearm.spark.scan;

import java.io.Serializable;

/**
 * A folder to be listed.
 *
 * @param uri absolute and percent-encoded
 * @param deep with all that is below it; else its own files alone
 */
record Place(String uri, boolean deep) implements Serializable {}
