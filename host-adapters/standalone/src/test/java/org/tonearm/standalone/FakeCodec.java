package org.tonearm.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/** Reads and writes the tags of {@link FakeFile}s. */
final class FakeCodec implements TagCodec {

  @Override
  public String id() {
    return "fake";
  }

  @Override
  public boolean recognises(byte[] head, String lowerCaseExtension) {
    return new String(head, StandardCharsets.UTF_8).startsWith("FAKE ");
  }

  @Override
  public TagSnapshot read(Path file, TagProfile profile) throws TagException {
    try {
      List<String> lines = FakeFile.lines(file);
      Map<TagField, FieldState> fields = new EnumMap<>(TagField.class);
      List<TagSnapshot.RawItem> others = new ArrayList<>();
      for (TagField field : TagField.values()) {
        fields.put(field, state(lines, field));
      }
      for (String line : lines.subList(1, lines.size())) {
        if (!isField(line)) {
          others.add(new TagSnapshot.RawItem(line, sha256(line), line.length()));
        }
      }
      return new TagSnapshot("fake", fields, others, sha256(lines.get(0)));
    } catch (IOException e) {
      throw new TagException("unreadable", file + ": " + e, "Look at it.", e);
    }
  }

  @Override
  public void rewrite(Path source, Path target, TagEdit edit, TagProfile profile)
      throws TagException {
    try {
      List<String> lines = new ArrayList<>(FakeFile.lines(source));
      edit.changes()
          .forEach(
              (field, change) -> {
                lines.removeIf(line -> line.startsWith(field.word() + "="));
                if (change instanceof TagEdit.SetValues set) {
                  set.values().forEach(value -> lines.add(field.word() + "=" + value));
                } else if (change instanceof TagEdit.Restore restore && !restore.state().absent()) {
                  lines.addAll(
                      new String(restore.state().raw(), StandardCharsets.UTF_8).lines().toList());
                }
              });
      Files.writeString(target, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new TagException("io", source + ": " + e, "Look at it.", e);
    }
  }

  private static FieldState state(List<String> lines, TagField field) {
    String key = field.word() + "=";
    List<String> own = lines.stream().filter(line -> line.startsWith(key)).toList();
    return own.isEmpty()
        ? FieldState.ABSENT
        : new FieldState(
            own.stream().map(line -> line.substring(key.length())).toList(),
            String.join("\n", own).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isField(String line) {
    return Arrays.stream(TagField.values()).anyMatch(f -> line.startsWith(f.word() + "="));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
