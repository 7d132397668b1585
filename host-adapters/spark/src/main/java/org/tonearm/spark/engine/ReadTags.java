package org.tonearm.spark.engine;

import org.tonearm.api.tag.TagSnapshot;

/**
 * The tags of a recording, and what they stand beside.
 *
 * @param fingerprint codec and hash of the audio
 * @param tags as they stand
 */
public record ReadTags(String fingerprint, TagSnapshot tags) {}
