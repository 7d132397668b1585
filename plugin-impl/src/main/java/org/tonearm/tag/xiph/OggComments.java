package org.tonearm.tag.xiph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads any field of the comment of an Ogg Vorbis or Ogg Opus file. Never writes. */
public final class OggComments {
  private OggComments() {}

  /**
   * The values of a field, in the file's order; none if it is not there, or if the file is no such
   * file or can't be read.
   *
   * @param name in capitals, such as ARTIST; found in any case
   */
  public static List<String> values(Path file, String name) {
    try (SourceFile source = SourceFile.open(file)) {
      return OggHeaders.read(source).comment().entries().stream()
          .filter(entry -> entry.isNamed(name))
          .map(CommentEntry::value)
          .toList();
    } catch (StructureException | IOException e) {
      return List.of();
    }
  }
}
