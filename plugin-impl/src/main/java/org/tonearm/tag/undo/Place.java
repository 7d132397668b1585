package org.tonearm.tag.undo;

import java.nio.file.Path;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagSnapshot;

/**
 * Where the file of an entry is now.
 *
 * @param path the file
 * @param codec reads and writes it
 * @param now its tags
 * @param moved whether that is another name than the one journaled
 */
record Place(Path path, TagCodec codec, TagSnapshot now, boolean moved) {}
