package org.tonearm.tag.planfile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;

/** A fingerprint of all that a file carries, by which a later run tells that nothing changed. */
public final class SnapshotDigest {
  private final MessageDigest digest;

  private SnapshotDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Over format, fields, all other items and the audio.
   *
   * @return lower-case hex; equal for equal snapshots
   */
  public static String of(TagSnapshot snapshot) {
    SnapshotDigest digest = new SnapshotDigest();
    digest.text(snapshot.format());
    digest.text(snapshot.audioHash());
    // Absent fields leave no trace, so that a field known only to a later version changes nothing.
    for (TagField field : TagField.values()) {
      FieldState state = snapshot.fields().getOrDefault(field, FieldState.ABSENT);
      if (!state.equals(FieldState.ABSENT)) {
        digest.values(field, state);
        digest.bytes(state.raw());
      }
    }
    digest.others(snapshot);
    return digest.hex();
  }

  /**
   * Over the values of fields but some, all other items and the audio: what stays as it is when
   * those fields are written. The format may become another then (a file without a tag gets one),
   * and so may the places of other fields among the items.
   *
   * @param changing fields that may change
   * @return lower-case hex; equal for snapshots that are equal but for those things
   */
  public static String without(TagSnapshot snapshot, Set<TagField> changing) {
    SnapshotDigest digest = new SnapshotDigest();
    digest.text(snapshot.audioHash());
    for (TagField field : TagField.values()) {
      FieldState state = snapshot.fields().getOrDefault(field, FieldState.ABSENT);
      if (!changing.contains(field) && !state.values().isEmpty()) {
        digest.values(field, state);
      }
    }
    digest.others(snapshot);
    return digest.hex();
  }

  private void others(TagSnapshot snapshot) {
    snapshot
        .others()
        .forEach(
            item -> {
              text(item.key());
              text(item.sha256());
              number(item.length());
            });
  }

  private void values(TagField field, FieldState state) {
    text(field.name());
    number(state.values().size());
    state.values().forEach(this::text);
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length in front, so that no two lists of items look alike. */
  private void bytes(byte[] bytes) {
    number(bytes.length);
    digest.update(bytes);
  }

  private void number(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }
}
