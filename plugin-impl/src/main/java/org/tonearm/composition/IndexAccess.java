package org.tonearm.composition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.library.index.IndexException;
import org.tonearm.library.index.LibraryIndex;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.undo.GivenBack;
import org.tonearm.tag.undo.MovedFiles;

/** The index of the library, if it can be used: without it all works, and takes longer. */
final class IndexAccess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexAccess.class);

  private final Optional<LibraryIndex> index;
  private final List<String> codecs;

  private IndexAccess(Optional<LibraryIndex> index, CodecRegistry codecs) {
    this.index = index;
    this.codecs = codecs.codecs().stream().map(TagCodec::id).toList();
  }

  /** Opens it, or says once why there is none. */
  static IndexAccess open(Path file, CodecRegistry codecs) {
    try {
      LibraryIndex index = LibraryIndex.open(file);
      index.notice().ifPresent(LOG::warn);
      return new IndexAccess(Optional.of(index), codecs);
    } catch (IndexException e) {
      LOG.warn("{} {} This run goes on without it.", e.getMessage(), e.remedy());
      return new IndexAccess(Optional.empty(), codecs);
    }
  }

  /** The index; empty if it can't be used. */
  Optional<LibraryIndex> index() {
    return index;
  }

  /** Finds files by their audio. */
  MovedFiles movedFiles() {
    return this::withAudio;
  }

  /** Has files that an undo wrote read anew: their size and time may be what they were before. */
  GivenBack givenBack() {
    return this::distrust;
  }

  @Override
  public void close() {
    index.ifPresent(LibraryIndex::close);
  }

  private void distrust(Path file, Optional<String> audioHash) {
    try {
      if (index.isPresent()) {
        index.get().distrust(file);
        for (String codec : audioHash.isPresent() ? codecs : List.<String>of()) {
          index.get().distrust(new Fingerprint(codec + ":" + audioHash.get()));
        }
      }
    } catch (IndexException | IllegalArgumentException e) {
      LOG.debug("The index can't be told of {}", file, e);
    }
  }

  private List<Path> withAudio(String audioHash) {
    List<Path> paths = new ArrayList<>();
    try {
      for (String codec : index.isEmpty() ? List.<String>of() : codecs) {
        paths.addAll(index.get().pathsOf(new Fingerprint(codec + ":" + audioHash)));
      }
    } catch (IndexException | IllegalArgumentException e) {
      LOG.debug("The index can't be asked for moved files", e);
    }
    return paths;
  }
}
