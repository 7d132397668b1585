package org.tonearm.tag.id3;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tonearm.api.Stability;
import org.tonearm.tag.id3.OlderTag.Text;

/**
 * WAV files: an ID3v2 tag in the chunk {@code id3 }, and the genre in LIST/INFO too where the file
 * has such a chunk. All other chunks, {@code bext} and {@code cue } among them, are carried as they
 * are. Files in the 64-bit forms RF64 and BW64 are refused.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public final class WavCodec extends ChunkedCodec {
  private static final Map<String, Text> TEXTS =
      Map.of(
          "INAM", Text.TITLE,
          "IART", Text.ARTIST,
          "IPRD", Text.ALBUM,
          "ICRD", Text.YEAR,
          "ITRK", Text.TRACK,
          "ICMT", Text.COMMENT);

  private static final int LONGEST_LIST = 1 << 20;

  /** Stateless. */
  public WavCodec() {
    super(ByteOrder.LITTLE_ENDIAN, "data", "id3 ", 0xFFFFFFFEL);
  }

  @Override
  public String id() {
    return "wav";
  }

  @Override
  public boolean recognises(byte[] head, String lowerCaseExtension) {
    String form = text(head, 0);
    return text(head, 8).equals("WAVE") && (form.equals("RIFF") || is64Bit(form));
  }

  @Override
  void check(byte[] head) throws StructureException {
    if (!recognises(head, "")) {
      throw StructureException.otherFormat("expected a RIFF/WAVE header, and found none");
    }
    if (is64Bit(text(head, 0))) {
      throw StructureException.unsupported(
          "the file is in a 64-bit form of WAV (RF64 or BW64)",
          "Convert it to FLAC, or to plain WAV if it is shorter than 4 GiB.");
    }
  }

  @Override
  OlderTag older(SourceFile source, ChunkLayout layout) throws IOException {
    List<InfoList> infos = new ArrayList<>();
    for (ChunkLayout.Chunk chunk : layout.chunks()) {
      if (chunk.id().equals("LIST") && chunk.size() <= LONGEST_LIST) {
        infos.add(InfoList.readable(source.peek(chunk.dataFrom(), (int) chunk.size())));
      }
    }
    OlderTexts texts = new OlderTexts();
    for (InfoList info : infos) {
      TEXTS.forEach((id, about) -> texts.addLast(about, info.texts(id)));
    }
    infos.forEach(info -> texts.addLast(Text.TRACK, info.texts("IPRT"))); // where there is no ITRK
    texts.add(Text.GENRE, infos.stream().flatMap(info -> info.genres().stream()).toList());
    return texts.tag();
  }

  private static boolean is64Bit(String form) {
    return form.equals("RF64") || form.equals("BW64");
  }

  private static String text(byte[] head, int at) {
    return head.length < at + 4 ? "" : new String(head, at, 4, StandardCharsets.ISO_8859_1);
  }
}
