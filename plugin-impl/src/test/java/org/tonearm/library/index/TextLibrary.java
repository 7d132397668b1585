package org.tonearm.library.index;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.LibraryScan;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.text.TextCodec;

/** A folder of files with text for tags and audio, and scans of it into an index. */
final class TextLibrary {
  final Path folder;
  final FileReading reading =
      new FileReading(new CodecRegistry(List.of(new TextCodec())), new FileStats());
  final List<String> found = new ArrayList<>();
  final List<Path> gone = new ArrayList<>();
  final List<String> failed = new ArrayList<>();

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

  static void setTime(Path file, long millis) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
  }

  IndexedFile read(Path file) throws Exception {
    return reading.read(file, TagProfile.DEFAULT);
  }

  ScanTally scan(LibraryIndex index) throws Exception {
    return scan(index, TagProfile.DEFAULT);
  }

  ScanTally scan(LibraryIndex index, TagProfile profile) throws Exception {
    found.clear();
    gone.clear();
    failed.clear();
    TrackRequest request =
        new TrackRequest(
            List.of(folder), List.of(), List.of(), problem -> failed.add(problem.error().code()));
    return new IndexScan(index, reading, profile)
        .run(new LibraryScan().tracks(request), List.of(folder), new Noting(), () -> false);
  }

  private final class Noting implements IndexScan.Listener {
    @Override
    public void found(Track track, FileChange change, IndexedFile file) {
      found.add(change + " " + track.path().getFileName());
    }

    @Override
    public void failed(Track track, TonearmException error) {
      failed.add(error.code());
    }

    @Override
    public void gone(Path path) {
      gone.add(path);
    }
  }
}
