package org.tonearm.tag.id3;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A LIST chunk of type INFO, in a WAV file: short texts under four-letter names, the genre among
 * them as IGNR.
 *
 * @param items in file order
 */
record InfoList(List<Item> items) {
  private static final String TYPE = "INFO";
  private static final String GENRE = "IGNR";

  InfoList {
    items = List.copyOf(items);
  }

  /**
   * One text.
   *
   * @param id its name
   * @param bytes name, size, text and pad byte, which some programs leave out behind the last text
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Item(String id, byte[] bytes) {
    boolean isGenre() {
      return id.equals(GENRE);
    }

    /** With the pad byte in any case: so it stands before another one, and is known again. */
    byte[] padded() {
      return InfoList.padded(bytes);
    }
  }

  /**
   * Takes a LIST chunk's data apart.
   *
   * @return empty if it is no INFO list, or one that breaks the rules, which is then left alone
   */
  static Optional<InfoList> parse(byte[] data) {
    if (data.length < 4 || !id(data, 0).equals(TYPE)) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    int at = 4;
    while (at < data.length) {
      if (data.length - at < ChunkLayout.CHUNK_HEADER) {
        return Optional.empty();
      }
      int size = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
      if (size < 0 || size > data.length - at - ChunkLayout.CHUNK_HEADER) {
        return Optional.empty();
      }
      int to = Math.min(at + ChunkLayout.CHUNK_HEADER + size + (size & 1), data.length);
      items.add(new Item(id(data, at), Arrays.copyOfRange(data, at, to)));
      at = to;
    }
    return Optional.of(new InfoList(items));
  }

  /**
   * As much of a LIST chunk's data as other programs read of it, be it by the rules or not: pad
   * bytes may be missing, and what follows the last item is passed over. To be looked at, never
   * written.
   */
  static InfoList readable(byte[] data) {
    List<Item> items = new ArrayList<>();
    int at = data.length >= 4 && id(data, 0).equals(TYPE) ? 4 : data.length;
    while (data.length - at >= ChunkLayout.CHUNK_HEADER && ChunkLayout.isName(data, at)) {
      int size = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
      if (size < 0 || size > data.length - at - ChunkLayout.CHUNK_HEADER) {
        break;
      }
      int to = at + ChunkLayout.CHUNK_HEADER + size;
      items.add(new Item(id(data, at), Arrays.copyOfRange(data, at, to)));
      boolean padded = (size & 1) != 0 && to < data.length && data[to] == 0;
      at = padded ? to + 1 : to;
    }
    return new InfoList(items);
  }

  /** The data of the LIST chunk. */
  byte[] data() {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(TYPE.getBytes(StandardCharsets.ISO_8859_1));
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      data.writeBytes(i < items.size() - 1 ? item.padded() : item.bytes());
    }
    return data.toByteArray();
  }

  boolean hasGenre() {
    return items.stream().anyMatch(Item::isGenre);
  }

  /** The text of each IGNR item. */
  List<GuessedText> genres() {
    return texts(GENRE);
  }

  /** The text of each item of this name. */
  List<GuessedText> texts(String id) {
    return items.stream().filter(item -> item.id().equals(id)).map(InfoList::text).toList();
  }

  /** The list with its genre set, where the old one stood, or else at the end. */
  InfoList withGenre(String text) {
    byte[] body = (text + '\0').getBytes(StandardCharsets.UTF_8);
    Item genre = new Item(GENRE, ChunkLayout.chunk(GENRE, body, ByteOrder.LITTLE_ENDIAN));
    List<Item> changed = new ArrayList<>(items);
    if (hasGenre()) {
      changed.replaceAll(item -> item.isGenre() ? genre : item);
    } else {
      changed.add(genre);
    }
    return new InfoList(changed);
  }

  /** The IGNR items with their places. */
  List<SavedItems.Info> save(int ordinal) {
    List<SavedItems.Info> saved = new ArrayList<>();
    Anchors anchors = new Anchors();
    byte[] anchor = Anchors.start();
    for (Item item : items) {
      if (item.isGenre()) {
        saved.add(new SavedItems.Info(ordinal, anchor, item.bytes()));
      } else {
        anchor = anchors.after(item.padded());
      }
    }
    return saved;
  }

  /** The list with exactly these IGNR items, each after the item that it followed. */
  InfoList restored(List<SavedItems.Info> saved) {
    List<Item> changed = new ArrayList<>(items);
    changed.removeIf(Item::isGenre);
    for (int i = saved.size() - 1; i >= 0; i--) {
      SavedItems.Info info = saved.get(i);
      changed.add(after(info.anchor(), changed), new Item(GENRE, info.bytes()));
    }
    return new InfoList(changed);
  }

  private static int after(byte[] anchor, List<Item> items) {
    if (Anchors.isStart(anchor)) {
      return 0;
    }
    Anchors anchors = new Anchors();
    for (int i = 0; i < items.size(); i++) {
      if (Arrays.equals(anchor, anchors.after(items.get(i).padded()))) {
        return i + 1;
      }
    }
    return items.size();
  }

  /** An item's bytes with its pad byte in any case. */
  static byte[] padded(byte[] item) {
    return Arrays.copyOf(item, item.length + (item.length & 1));
  }

  private static GuessedText text(Item item) {
    byte[] b = item.bytes();
    int size = ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    return GuessedText.of(
        Arrays.copyOfRange(b, ChunkLayout.CHUNK_HEADER, ChunkLayout.CHUNK_HEADER + size));
  }

  private static String id(byte[] b, int at) {
    return new String(b, at, 4, StandardCharsets.ISO_8859_1);
  }
}
