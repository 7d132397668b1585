package org.tonearm.standalone.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A library of many small files: ten tracks an album, ten albums an artist; three mp3 files of a
 * tenth of a second with an ID3v2.4 tag to one WAV file. Made the same way each time; each file
 * differs from all others in its audio.
 */
final class SmallFiles {
  private static final int ALBUM = 10;
  private static final int ARTIST = 100;
  private static final int MP3_FRAMES = 4;
  private static final String[] GENRES = {"Techno", "Jazz", "Folk Rock", "Ambient"};

  private SmallFiles() {}

  /** Makes the library; does nothing if it was made before. */
  static void make(Path folder, int files) throws IOException {
    Path last = folder.resolve(name(files - 1));
    if (Files.exists(last)) {
      return;
    }
    for (int i = 0; i < files; i++) {
      Path file = folder.resolve(name(i));
      if (i % ALBUM == 0) {
        Files.createDirectories(file.getParent());
      }
      Files.write(file, wav(i) ? wavBytes(i) : mp3Bytes(i));
    }
  }

  private static String name(int i) {
    return String.format(
        Locale.ROOT,
        "Artist %04d/Album %d/%02d Track.%s",
        i / ARTIST,
        i % ARTIST / ALBUM,
        i % ALBUM + 1,
        wav(i) ? "wav" : "mp3");
  }

  private static boolean wav(int i) {
    return i % 4 == 3;
  }

  /** Silent frames of MPEG-1 layer III, mono, 32 kbit/s; their unused bytes tell the number. */
  private static byte[] mp3Bytes(int i) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] title = textFrame("TIT2", "Track " + i);
    byte[] genre = i % 2 == 0 ? textFrame("TCON", GENRES[i / 2 % GENRES.length]) : new byte[0];
    int padding = 64;
    out.writeBytes(new byte[] {'I', 'D', '3', 4, 0, 0});
    out.writeBytes(syncsafe(title.length + genre.length + padding));
    out.writeBytes(title);
    out.writeBytes(genre);
    out.writeBytes(new byte[padding]);
    for (int frame = 0; frame < MP3_FRAMES; frame++) {
      byte[] bytes = new byte[104];
      ByteBuffer.wrap(bytes).putInt(0xFFFB10C0);
      byte[] number =
          String.format(Locale.ROOT, "%d of %d", frame, i).getBytes(StandardCharsets.US_ASCII);
      // Behind four bytes of header and seventeen of side information, all zero: no sound.
      System.arraycopy(number, 0, bytes, 21, number.length);
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] textFrame(String id, String text) {
    byte[] body = ("\u0003" + text).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(syncsafe(body.length));
    out.writeBytes(new byte[2]);
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static byte[] syncsafe(int value) {
    return new byte[] {
      (byte) (value >> 21 & 0x7f),
      (byte) (value >> 14 & 0x7f),
      (byte) (value >> 7 & 0x7f),
      (byte) (value & 0x7f)
    };
  }

  /** 16 bit, mono, 8000 Hz; the first samples tell the number. */
  private static byte[] wavBytes(int i) {
    int data = 200;
    ByteBuffer out = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data).putInt(i);
    return out.array();
  }
}
