package org.tonearm.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.tonearm.api.Track;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.index.FileReading;
import org.tonearm.library.index.FileStats;
import org.tonearm.library.index.FrameStore;
import org.tonearm.library.index.IndexedFile;
import org.tonearm.tag.codec.CodecRegistry;

/** A file that another program adds to between its hearing and its write. */
public final class Growing {
  private Growing() {}

  /** Looks at a file as a run does before and after the hearing, and lets it grow in between. */
  public static void heard(Path file, byte[] more) throws Exception {
    Recollection recollection =
        new Recollection(
            Optional.empty(),
            new FrameStore(file.getParent(), 0),
            new FileReading(CodecRegistry.installed(), new FileStats()));
    IndexedFile seen = recollection.look(new Track(file, "test"), TagProfile.DEFAULT).file();
    recollection.mustBeStill(seen); // nothing has changed yet
    Files.write(file, more, StandardOpenOption.APPEND);
    recollection.mustBeStill(seen);
  }
}
