package org.tonearm.tag.wild;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.audio.FfmpegDecoder;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeFormat;

/** What can't be heard, so that nothing is written either. */
final class KindCases {
  private static final PcmSink DEAF =
      new PcmSink() {
        @Override
        public void begin(double startSeconds) {}

        @Override
        public void accept(float[] samples, int offset, int length) {}
      };

  private KindCases() {}

  static List<WildCase> all() {
    return List.of(
        new WildCase(
            "an empty file", "empty", f -> hear(Tagger.file(f, "song.mp3", Bytes.zeros(0)))),
        new WildCase("a named pipe", "not-audio", KindCases::pipe),
        new WildCase("a socket", "not-audio", KindCases::socket),
        new WildCase("a device", "not-audio", f -> hear(Path.of("/dev/zero"))),
        new WildCase("a copy-protected m4a", "unsupported-codec", KindCases::copyProtected));
  }

  private static String pipe(Path folder) throws Exception {
    Other.shell(folder, "no named pipes here", "mkfifo song.mp3");
    return hear(folder.resolve("song.mp3"));
  }

  private static String socket(Path folder) throws Exception {
    Path path = folder.resolve("song.mp3");
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(path));
      return hear(path);
    }
  }

  /** An AAC file whose sample entry is called {@code drms}, as in shops of old. */
  private static String copyProtected(Path folder) throws Exception {
    Path file = folder.resolve("song.m4a");
    float[] noise = new float[44100];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (i * 31 % 97 - 48) / 100f;
    }
    new AudioEncoder().encode(file, EncodeFormat.M4A_AAC, new float[][] {noise}, 44100);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int entry = text.indexOf("mp4a", text.indexOf("stsd"));
    System.arraycopy(Bytes.latin("drms"), 0, bytes, entry, 4);
    int audio = text.indexOf("mdat") + 4;
    int length = Math.min(ByteBuffer.wrap(bytes).getInt(audio - 8) - 8, bytes.length - audio);
    System.arraycopy(Bytes.noise(length), 0, bytes, audio, length);
    return hear(Files.write(file, bytes));
  }

  private static String hear(Path file) throws Exception {
    try {
      new FfmpegDecoder().decode(file, 22050, Excerpts.WHOLE, DEAF);
      return new Tagger().tag(file);
    } catch (DecodeException e) {
      return Tagger.told(e);
    }
  }
}
