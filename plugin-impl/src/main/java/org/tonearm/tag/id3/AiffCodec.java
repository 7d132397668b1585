package org.tonearm.tag.id3;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.tonearm.api.Stability;

/**
 * AIFF and AIFF-C files: an ID3v2 tag in the chunk {@code ID3 }. All other chunks are carried as
 * they are.
 *
 * <p>Source: Apple, Audio Interchange File Format 1.3 and AIFF-C draft of 1991.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public final class AiffCodec extends ChunkedCodec {

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
  void check(byte[] head) throws StructureException {
    if (!recognises(head, "")) {
      throw StructureException.otherFormat("expected a FORM/AIFF header, and found none");
    }
  }
}
