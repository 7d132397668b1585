package org.tonearm.spark.write;

/**
 * What the user allows a stage that writes.
 *
 * @param unversioned whether objects may be replaced whose bucket keeps no versions
 * @param attributeLoss whether attributes of a recording that can't be kept may be lost
 */
public record Allowed(boolean unversioned, boolean attributeLoss) {}
