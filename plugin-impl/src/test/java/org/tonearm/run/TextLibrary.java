package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.LibraryScan;
import org.tonearm.library.index.FileReading;
import org.tonearm.library.index.FileStats;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.text.TextCodec;

/** A folder of files with text for tags and audio, and looks at all of them. */
final class TextLibrary {
  final Path folder;
  final FileReading reading =
      new FileReading(new CodecRegistry(List.of(new TextCodec())), new FileStats());

  TextLibrary(Path folder) {
    this.folder = folder;
  }

  Path write(String name, String tags, String audio) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    // A new file in the place of the old, as every safe writer does.
    Path copy = folder.resolve(".copy");
    Files.write(copy, TextCodec.file(tags, audio));
    return Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A file whose name is Latin-1; empty where the system has no such names. */
  Optional<Path> latin1(String tags, String audio) throws IOException {
    try {
      Path file = Path.of(URI.create(folder.toUri() + "caf%E9.mp3"));
      return Optional.of(Files.write(file, TextCodec.file(tags, audio)));
    } catch (IllegalArgumentException | FileSystemException e) {
      return Optional.empty();
    }
  }

  /**
   * Looks at all files, as a run does.
   *
   * @return the names of those that were opened, in order
   */
  List<String> opened(Recollection recollection, TagProfile profile) throws Exception {
    TrackRequest request = new TrackRequest(List.of(folder), List.of(), List.of(), problem -> {});
    List<String> names = new ArrayList<>();
    try (Stream<Track> tracks = new LibraryScan().tracks(request)) {
      for (Track track : tracks.toList()) {
        boolean known = recollection.knows(track);
        FileReading.Seen seen = recollection.look(track, profile);
        assertThat(seen.file().path()).isEqualTo(track.path());
        if (!known || seen.snapshot().isPresent()) {
          names.add(track.path().getFileName().toString());
        }
      }
    }
    return names;
  }

  List<String> opened(Recollection recollection) throws Exception {
    return opened(recollection, TagProfile.DEFAULT);
  }
}
