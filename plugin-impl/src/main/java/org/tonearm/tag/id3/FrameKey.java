package org.tonearm.tag.id3;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names frames for people: {@code TIT2}, {@code TXXX:foo}, {@code COMM:eng:}, {@code GEOB:…}. */
final class FrameKey {
  private static final Set<String> DESCRIBED = Set.of("TXXX", "WXXX", "TXX", "WXX");
  private static final Set<String> WITH_LANGUAGE = Set.of("COMM", "USLT", "COM", "ULT");
  private static final Set<String> WITH_OWNER =
      Set.of("PRIV", "UFID", "POPM", "UFI", "POP", "AENC", "ENCR", "GRID");
  private static final Set<String> OBJECTS = Set.of("GEOB", "GEO");
  private static final Set<String> KEYED =
      Stream.of(DESCRIBED, WITH_LANGUAGE, WITH_OWNER, OBJECTS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private FrameKey() {}

  /** The key; the frame's bare name where its body can't be read. */
  static String of(Id3Frame frame, boolean unsynchronised) {
    String id = frame.id().replace('\0', ' ').strip();
    if (!KEYED.contains(id)) {
      return id;
    }
    Optional<byte[]> content = FrameContent.of(frame, unsynchronised);
    if (content.isEmpty() || content.get().length == 0) {
      return id;
    }
    try {
      return id + detail(id, content.get());
    } catch (StructureException e) {
      return id;
    }
  }

  private static String detail(String id, byte[] body) throws StructureException {
    if (DESCRIBED.contains(id)) {
      return ":" + FrameText.decode(body, 1, 1).get(0);
    }
    if (WITH_LANGUAGE.contains(id) && body.length >= 4) {
      String language = new String(body, 1, 3, StandardCharsets.ISO_8859_1);
      return ":" + language + ":" + FrameText.decode(body, 4, 1).get(0);
    }
    if (WITH_OWNER.contains(id)) {
      int end = indexOfZero(body, 0);
      return ":" + new String(body, 0, end, StandardCharsets.ISO_8859_1);
    }
    if (OBJECTS.contains(id)) {
      // Encoding, MIME type in Latin-1, then file name and description in the encoding.
      List<String> texts = FrameText.decode(body, indexOfZero(body, 1) + 1, 2);
      return texts.size() > 1 ? ":" + texts.get(1) : "";
    }
    return "";
  }

  private static int indexOfZero(byte[] b, int from) {
    int at = from;
    while (at < b.length && b[at] != 0) {
      at++;
    }
    return at;
  }
}
