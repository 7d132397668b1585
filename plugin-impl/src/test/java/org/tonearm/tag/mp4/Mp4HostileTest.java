package org.tonearm.tag.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonearm.tag.mp4.Mp4Bytes.atom;
import static org.tonearm.tag.mp4.Mp4Bytes.handler;
import static org.tonearm.tag.mp4.Mp4Bytes.join;
import static org.tonearm.tag.mp4.Mp4Bytes.meta;
import static org.tonearm.tag.mp4.Mp4Bytes.tags;
import static org.tonearm.tag.mp4.Mp4Bytes.text;
import static org.tonearm.tag.mp4.Mp4Bytes.udta;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/**
 * Files that are cut, crossed or made up: refused with a reason, or handled; never anything else.
 */
class Mp4HostileTest {
  private static final byte[] ITEMS =
      join(
          atom("©gen", text("Rock")),
          Mp4Bytes.freeform("com.apple.iTunes", "MOOD", text("calm"), text("blue")),
          atom("©nam", text("Title")));
  private static final TagEdit EDIT =
      new TagEdit(
          Map.of(
              TagField.GENRE, new TagEdit.SetValues(List.of("Progressive House")),
              TagField.MOOD, new TagEdit.SetValues(List.of("happy", "warm"))));

  private final Mp4Codec codec = new Mp4Codec();
  private Path source;
  private Path target;

  @BeforeEach
  void name(@TempDir Path folder) {
    source = folder.resolve("source.m4a");
    target = folder.resolve("target.m4a");
  }

  @Test
  void everyCutIsMalformed() throws Exception {
    byte[] first = new Mp4Bytes().udtaAtom(tags(40, ITEMS)).build();
    byte[] last = new Mp4Bytes().moovLast().udtaAtom(tags(40, ITEMS)).build();
    for (byte[] file : List.of(first, last)) {
      for (int length = 0; length < file.length; length++) {
        Files.write(source, Arrays.copyOf(file, length));
        assertThatThrownBy(() -> codec.read(source, TagProfile.DEFAULT))
            .as("cut to %d of %d bytes", length, file.length)
            .isInstanceOfSatisfying(
                TagException.class, e -> assertThat(e.code()).isEqualTo("malformed-tag"))
            .hasMessageContaining("source.m4a");
      }
    }
  }

  @Test
  void everyByteCrossedIsRefusedOrHandledFaithfully() throws Exception {
    byte[] file = new Mp4Bytes().udtaAtom(tags(40, ITEMS)).build();
    int metadata = file.length - Mp4Bytes.audio().length;
    for (int at = 0; at < metadata; at++) {
      for (int value : new int[] {0, 0x7f}) {
        byte[] crossed = file.clone();
        crossed[at] = (byte) value;
        refusedOrFaithful(crossed);
      }
    }
  }

  @Test
  void randomBytesBehindAnAtomsHeaderAreRefusedOrHandledFaithfully() throws Exception {
    Random random = new Random(20);
    byte[] file = new Mp4Bytes().udtaAtom(tags(40, ITEMS)).build();
    for (int round = 0; round < 500; round++) {
      byte[] crossed = file.clone();
      for (int i = 0; i < 4; i++) {
        int at = random.nextInt(file.length - Mp4Bytes.audio().length);
        crossed[at] = (byte) random.nextInt(256);
      }
      refusedOrFaithful(crossed);
    }
  }

  @Test
  void absurdSizesAreMalformed() throws Exception {
    byte[] file = new Mp4Bytes().udtaAtom(tags(0, ITEMS)).build();
    byte[] ftyp = Arrays.copyOf(file, 28);
    byte[] wide = ByteBuffer.allocate(16).putInt(1).put(Mp4Bytes.utf8("moov")).putLong(-1).array();
    byte[] tiny = ByteBuffer.allocate(16).putInt(1).put(Mp4Bytes.utf8("moov")).putLong(3).array();
    byte[] seven = ByteBuffer.allocate(8).putInt(7).put(Mp4Bytes.utf8("moov")).array();

    for (byte[] bad : List.of(wide, tiny, seven, atom("moov", wide), atom("moov", udta(wide)))) {
      Files.write(source, join(ftyp, bad));
      assertThatThrownBy(() -> codec.read(source, TagProfile.DEFAULT))
          .isInstanceOfSatisfying(
              TagException.class, e -> assertThat(e.code()).isEqualTo("malformed-tag"));
    }
  }

  @Test
  void aTableThatStatesMoreChunksThanItHoldsIsMalformed() throws Exception {
    byte[] file = new Mp4Bytes().build();
    String asText = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    ByteBuffer.wrap(file).putInt(asText.indexOf("stco") + 8, -1);
    Files.write(source, file);

    assertThatThrownBy(() -> codec.read(source, TagProfile.DEFAULT))
        .isInstanceOf(TagException.class)
        .hasMessageContaining("stco");
  }

  @Test
  void deepNestingIsNotFollowed() throws Exception {
    byte[] nested = new byte[0];
    for (int depth = 0; depth < 2000; depth++) {
      nested = depth % 2 == 0 ? udta(nested) : meta(handler("mdir"), nested);
    }
    Files.write(source, new Mp4Bytes().udtaAtom(udta(nested)).build());

    codec.rewrite(source, target, EDIT, TagProfile.DEFAULT);

    assertThat(codec.read(target, TagProfile.DEFAULT).others())
        .isEqualTo(codec.read(source, TagProfile.DEFAULT).others());
  }

  @Test
  void moreAtomsThanAnyMusicHasAreRefused() throws Exception {
    byte[] empty = atom("abcd");
    ByteBuffer many = ByteBuffer.allocate((AtomSpans.MOST_ATOMS + 1) * empty.length);
    while (many.hasRemaining()) {
      many.put(empty);
    }
    Files.write(source, new Mp4Bytes().udtaAtom(tags(0, many.array())).build());

    assertThatThrownBy(() -> codec.read(source, TagProfile.DEFAULT))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"));
  }

  @Test
  void filesThatAreNoneOfOurs() throws Exception {
    assertThatThrownBy(() -> codec.read(source, TagProfile.DEFAULT))
        .isInstanceOfSatisfying(TagException.class, e -> assertThat(e.code()).isEqualTo("missing"));
    for (String content : List.of("", "a", "this is a text file that was renamed")) {
      Files.writeString(source, content);
      assertThatThrownBy(() -> codec.read(source, TagProfile.DEFAULT))
          .isInstanceOfSatisfying(
              TagException.class, e -> assertThat(e.code()).isEqualTo("malformed-tag"));
    }
  }

  @Test
  void anId3v1TagBehindTheAtomsStays() throws Exception {
    byte[] trailer = Arrays.copyOf(Mp4Bytes.utf8("TAGsome title"), 128);
    Files.write(source, join(new Mp4Bytes().udtaAtom(tags(0, ITEMS)).build(), trailer));

    codec.rewrite(source, target, EDIT, TagProfile.DEFAULT);

    assertThat(Files.readAllBytes(target)).endsWith(trailer);
    assertThat(codec.read(source, TagProfile.DEFAULT).others())
        .extracting(TagSnapshot.RawItem::key)
        .contains("trailer");
  }

  private void refusedOrFaithful(byte[] file) throws IOException, TagException {
    Files.write(source, file);
    TagSnapshot before;
    try {
      before = codec.read(source, TagProfile.DEFAULT);
      codec.rewrite(source, target, EDIT, TagProfile.DEFAULT);
    } catch (TagException e) {
      assertThat(e.code()).isIn("malformed-tag", "unsupported-structure");
      return;
    }
    TagSnapshot after = codec.read(target, TagProfile.DEFAULT);
    assertThat(after.others()).isEqualTo(before.others());
    assertThat(after.audioHash()).isEqualTo(before.audioHash());
    assertThat(after.fields().get(TagField.GENRE).values()).containsExactly("Progressive House");
    assertThat(after.fields().get(TagField.MOOD).values()).containsExactly("happy", "warm");
  }
}
