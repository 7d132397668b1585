package org.tonearm.tag.id3;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tonearm.api.Stability;
import org.tonearm.tag.codec.MacRoman;
import org.tonearm.tag.id3.OlderTag.Text;

/**
 * AIFF and AIFF-C files: an ID3v2 tag in the chunk {@code ID3 }. All other chunks are carried as
 * they are.
 *
 * <p>Source: Apple, Audio Interchange File Format 1.3 and AIFF-C draft of 1991.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public final class AiffCodec extends ChunkedCodec {
  private static final Map<String, Text> TEXTS = Map.of("NAME", Text.TITLE, "AUTH", Text.ARTIST);
  private static final int LONGEST_TEXT = 1 << 16;

  /** Stateless. */
  public AiffCodec() {
    super(ByteOrder.BIG_ENDIAN, "SSND", "ID3 ", Integer.MAX_VALUE);
  }

  @Override
  public String id() {
    return "aiff";
  }

  @Override
  public boolean recognises(byte[] head, String lowerCaseExtension) {
    if (head.length < ChunkLayout.FORM_HEADER) {
      return false;
    }
    String form = new String(head, 0, ChunkLayout.FORM_HEADER, StandardCharsets.ISO_8859_1);
    return form.startsWith("FORM") && (form.endsWith("AIFF") || form.endsWith("AIFC"));
  }

  @Override
  OlderTag older(SourceFile source, ChunkLayout layout) throws IOException {
    OlderTexts texts = new OlderTexts();
    for (ChunkLayout.Chunk chunk : layout.chunks()) {
      Text about = TEXTS.get(chunk.id());
      if (about != null && chunk.size() <= LONGEST_TEXT) {
        byte[] text = source.peek(chunk.dataFrom(), (int) chunk.size());
        texts.add(about, List.of(GuessedText.of(text, MacRoman.CHARSET)));
      }
    }
    return texts.tag();
  }

  @Override
  void check(byte[] head) throws StructureException {
    if (!recognises(head, "")) {
      throw StructureException.otherFormat("expected a FORM/AIFF header, and found none");
    }
  }
}
