package org.tonearm.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tonearm.audio.EncodedAudio;

/** Sound files of every container, small ones, by this project's encoder and by hand. */
final class Seeds {
  private static final int RATE = 22_050;
  private static final Map<String, String> TAGS =
      Map.of("title", "A title", "artist", "An artist", "genre", "Other", "comment", "a remark");

  private final Path folder;

  private Seeds(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes them anew.
   *
   * @param folder for files on the way; made if missing
   */
  static List<Seed> all(Path folder) throws Exception {
    Files.createDirectories(folder);
    return new Seeds(folder).make();
  }

  private List<Seed> make() throws Exception {
    List<Seed> seeds = new ArrayList<>();
    byte[] mpeg = encoded("mp3", "mp3", Map.of(), 0.6);
    for (int version = 2; version <= 4; version++) {
      byte[] file = Id3Bytes.join(Id3Bytes.tag(version), mpeg);
      seeds.add(new Seed("mp3, ID3v2." + version, "mp3", file));
    }
    byte[] behind = Id3Bytes.join(mpeg, Id3Bytes.ape(), Id3Bytes.version1());
    seeds.add(new Seed("mp3, ID3v1 and APE", "mp3", behind));
    seeds.add(new Seed("flac", "flac", encoded("flac", "flac", TAGS, 0.3)));
    byte[] vorbis = encoded("ogg-vorbis", "ogg", TAGS, 0.5);
    seeds.add(new Seed("ogg vorbis", "ogg", vorbis));
    byte[] opus = encoded("opus", "opus", TAGS, 0.6);
    seeds.add(new Seed("opus", "opus", opus));
    seeds.add(new Seed("chained ogg", "ogg", Id3Bytes.join(vorbis, renumbered(vorbis))));
    byte[] aac = encoded("m4a-aac", "m4a", TAGS, 0.6);
    seeds.add(new Seed("m4a aac", "m4a", aac));
    seeds.add(new Seed("m4a alac", "m4a", encoded("m4a-alac", "m4a", TAGS, 0.3)));
    seeds.add(new Seed("fragmented mp4", "m4a", new Mp4Remake(aac).fragmented()));
    seeds.add(new Seed("aac adts", "aac", new Mp4Remake(aac).adts()));
    byte[] wav = encoded("wav", "wav", TAGS, 0.2);
    byte[] tag = Id3Bytes.tag(3);
    byte[] chunk = Id3Bytes.join(Id3Bytes.text("id3 "), new byte[4], tag, new byte[tag.length & 1]);
    SizeForm.LITTLE32.write(chunk, 4, tag.length);
    byte[] wavTagged = Id3Bytes.join(wav, chunk);
    SizeForm.LITTLE32.write(wavTagged, 4, wavTagged.length - 8L);
    seeds.add(new Seed("wav", "wav", wavTagged));
    seeds.add(new Seed("rf64", "wav", rf64(wav)));
    byte[] aiff = encoded("aiff", "aiff", Map.of(), 0.2);
    SizeForm.BIG32.write(chunk, 4, tag.length);
    byte[] aiffTagged = Id3Bytes.join(aiff, Id3Bytes.text("ID3 "), tail(chunk, 4));
    SizeForm.BIG32.write(aiffTagged, 4, aiffTagged.length - 8L);
    seeds.add(new Seed("aiff", "aiff", aiffTagged));
    seeds.add(new Seed("wma", "wma", encoded("wma", "wma", TAGS, 0.6)));
    seeds.add(new Seed("wavpack", "wv", encoded("wavpack", "wv", TAGS, 0.3)));
    return seeds;
  }

  private byte[] encoded(String format, String extension, Map<String, String> tags, double seconds)
      throws Exception {
    float[][] sound = {EncodedAudio.glide(200, 5_000, 0.5, seconds, RATE)};
    String name = format + "." + extension;
    Path file =
        tags.isEmpty()
            ? EncodedAudio.encode(folder, name, format, sound, RATE)
            : EncodedAudio.encode(folder, name, format, sound, RATE, tags);
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  /** With another serial number, as the links of a chain must have. */
  private static byte[] renumbered(byte[] ogg) {
    byte[] other = ogg.clone();
    for (Part page : Layout.of(other)) {
      SizeForm.LITTLE32.write(other, page.start() + 14, 4_711);
    }
    OggSums.mend(other);
    return other;
  }

  /** EBU Tech 3306: the sizes stand in a chunk of their own, in 64 bits. */
  private static byte[] rf64(byte[] wav) {
    int data = 12;
    ByteBuffer in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    while (in.getInt(data) != 0x61746164) {
      data += 8 + in.getInt(data + 4);
    }
    ByteBuffer out = ByteBuffer.allocate(wav.length + 36).order(ByteOrder.LITTLE_ENDIAN);
    out.put(Id3Bytes.text("RF64")).putInt(-1).put(Id3Bytes.text("WAVE"));
    out.put(Id3Bytes.text("ds64")).putInt(28).putLong(wav.length + 28L);
    out.putLong(in.getInt(data + 4)).putLong(0).putInt(0);
    out.put(wav, 12, wav.length - 12);
    out.putInt(data + 36 + 4, -1);
    return out.array();
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }
}
