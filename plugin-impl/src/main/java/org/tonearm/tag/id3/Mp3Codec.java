package org.tonearm.tag.id3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.Stability;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/**
 * MP3 (and MP2) files with an ID3v2.2, 2.3 or 2.4 tag at their start, or none.
 *
 * <p>Tags at the end (ID3v1, APE, Lyrics3) are carried as they are, and listed as other items. The
 * audio is all between the tags, Xing and LAME headers included. Several ID3v2 tags, or one at the
 * end, are refused: programs disagree on which of them counts.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public final class Mp3Codec extends SplicingCodec {
  private static final int HEAD = 1 << 16;
  private static final Set<String> EXTENSIONS = Set.of("mp3", "mp2", "mp1", "mpga", "mpa");
  private static final List<String> FOREIGN =
      List.of(
          "fLaC", "OggS", "RIFF", "RF64", "FORM", "TTA1", "TTA2", "wvpk", "MAC ", "MPCK", "MP+");

  /** Stateless. */
  public Mp3Codec() {}

  /** Where things lie in a file. */
  private record Layout(Optional<Id3Tag> tag, long audioStart, TrailingTags trailing) {}

  @Override
  public String id() {
    return "mp3";
  }

  @Override
  public boolean recognises(byte[] head, String lowerCaseExtension) {
    boolean named = EXTENSIONS.contains(lowerCaseExtension);
    if (!Id3Parser.startsTag(head)) {
      return !isForeign(head, 0)
          && (named ? MpegFrames.find(head) >= 0 : MpegFrames.proves(head, 0) && head.length > 4);
    }
    int end = Id3Parser.totalLength(head);
    if (end >= head.length) {
      return named || lowerCaseExtension.isEmpty();
    }
    return !isForeign(head, end) && (named || MpegFrames.proves(head, end));
  }

  @Override
  TagSnapshot snapshot(SourceFile source, TagProfile profile)
      throws IOException, StructureException {
    Layout layout = parts(source);
    SnapshotBuilder builder = new SnapshotBuilder(source, profile);
    if (layout.tag().isPresent()) {
      builder.tag(layout.tag().get());
    }
    builder.audio(layout.audioStart(), layout.trailing().audioEnd());
    for (TrailingTags.Region region : layout.trailing().regions()) {
      builder.item(region.key(), region.from(), region.to());
    }
    if (layout.tag().isEmpty()) {
      builder.older(layout.trailing().older(source));
    }
    return builder.build(layout.tag());
  }

  @Override
  Id3Layout layout(SourceFile source) throws IOException, StructureException {
    return Id3Layout.of(parts(source).tag(), false, false);
  }

  @Override
  Tagged tagged(SourceFile source) throws IOException, StructureException {
    Layout layout = parts(source);
    return new Tagged(layout.tag(), layout.trailing().older(source));
  }

  @Override
  int placeOfNew(List<TagSnapshot.RawItem> others) {
    return 0;
  }

  @Override
  Splice splice(SourceFile source, TagEdit edit, TagProfile profile)
      throws IOException, StructureException {
    Layout layout = parts(source);
    Splice splice = new Splice();
    OlderTag older = layout.trailing().older(source);
    Optional<Id3Tag> tag = new TagEditor(profile, older).apply(layout.tag(), edit);
    if (tag.isPresent()) {
      splice.insert(Id3Writer.write(tag.get()));
    }
    return splice.copy(layout.audioStart(), source.size());
  }

  private static Layout parts(SourceFile source) throws IOException, StructureException {
    byte[] header = source.peek(0, Id3Tag.HEADER);
    Optional<Id3Tag> tag = Optional.empty();
    long start = 0;
    if (Id3Parser.startsBrokenTag(header)) {
      throw StructureException.malformed("the header of the ID3v2 tag breaks the standard's rules");
    }
    if (Id3Parser.startsTag(header)) {
      start = Id3Parser.totalLength(header);
      tag = Optional.of(Id3Parser.parse(source.read(0, start, "the ID3v2 tag")));
    }
    byte[] head = source.peek(start, HEAD);
    int audio = MpegFrames.find(head);
    if (isForeign(head, 0) || (tag.isEmpty() && audio < 0)) {
      throw StructureException.otherFormat("expected MPEG audio, and found none");
    }
    if (tag.isPresent() && Id3Parser.startsBrokenTag(head)) {
      throw inOddPlace();
    }
    refuseFurtherTag(head, audio < 0 ? head.length : audio);
    return new Layout(tag, start, TrailingTags.find(source, start));
  }

  /** Programs disagree on a second tag, and on one that stands behind stray bytes. */
  private static void refuseFurtherTag(byte[] head, int end) throws StructureException {
    for (int at = 0; at + Id3Tag.HEADER <= end; at++) {
      if (head[at] == 'I'
          && Id3Parser.startsTag(Arrays.copyOfRange(head, at, at + Id3Tag.HEADER))) {
        throw inOddPlace();
      }
    }
  }

  private static StructureException inOddPlace() {
    return StructureException.unsupported(
        "an ID3v2 tag stands in a place where not all programs look for one",
        "Leave one tag, at the very start of the file, with another tag editor.");
  }

  private static boolean isForeign(byte[] b, int at) {
    String start = new String(b, at, Math.min(4, b.length - at), StandardCharsets.ISO_8859_1);
    // An ADTS header has the layer bits that MPEG audio never has.
    boolean adts = b.length - at >= 2 && b[at] == (byte) 0xFF && (b[at + 1] & 0xF6) == 0xF0;
    return adts || FOREIGN.stream().anyMatch(start::startsWith);
  }
}
