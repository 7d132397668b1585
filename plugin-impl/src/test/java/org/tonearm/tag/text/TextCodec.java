package org.tonearm.tag.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/**
 * Files of text: a line {@code TEXT1}, lines {@code KEY=value}, a line {@code ---}, then anything
 * for audio. Keys in any case; a field is as many lines as it has values. Values are written with
 * what would end a line escaped.
 */
public class TextCodec implements TagCodec {
  private static final String MAGIC = "TEXT1\n";
  private static final String END = "---\n";

  /** A file's bytes. */
  public static byte[] file(String tags, String audio) {
    return (MAGIC + tags + END + audio).getBytes(UTF_8);
  }

  @Override
  public String id() {
    return "text";
  }

  @Override
  public boolean recognises(byte[] head, String lowerCaseExtension) {
    return new String(head, ISO_8859_1).startsWith(MAGIC);
  }

  @Override
  public TagSnapshot read(Path file, TagProfile profile) throws TagException {
    Content content = content(file);
    Map<TagField, FieldState> fields = new EnumMap<>(TagField.class);
    for (TagField field : TagField.values()) {
      List<String> lines = content.lines().stream().filter(l -> carries(l, field)).toList();
      List<String> values =
          lines.stream()
              .map(line -> unescape(line.substring(line.indexOf('=') + 1)))
              .filter(value -> !value.isEmpty())
              .toList();
      fields.put(field, new FieldState(values, String.join("\n", lines).getBytes(UTF_8)));
    }
    List<TagSnapshot.RawItem> others =
        content.lines().stream()
            .filter(line -> !line.isEmpty() && !carriesAny(line))
            .map(line -> new TagSnapshot.RawItem(key(line), sha256(line), line.length()))
            .toList();
    return new TagSnapshot("Text", fields, others, sha256(content.audio()));
  }

  @Override
  public void rewrite(Path source, Path target, TagEdit edit, TagProfile profile)
      throws TagException {
    Content content = content(source);
    List<String> lines = new ArrayList<>(content.lines());
    edit.changes()
        .forEach(
            (field, change) -> {
              lines.removeIf(line -> carries(line, field));
              lines.addAll(lines(field, change));
            });
    lines.removeIf(String::isEmpty);
    String tags = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    try {
      Files.write(
          target,
          (MAGIC + tags + END + content.audio()).getBytes(UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new TagException("io", target + ": " + e.getMessage(), "Look.", e);
    }
  }

  private static List<String> lines(TagField field, TagEdit.Change change) {
    return change instanceof TagEdit.SetValues set
        ? set.values().stream().map(value -> field + "=" + escape(value)).toList()
        : new String(((TagEdit.Restore) change).state().raw(), UTF_8).lines().toList();
  }

  private static boolean carriesAny(String line) {
    return carries(line, TagField.GENRE) || carries(line, TagField.MOOD);
  }

  private static boolean carries(String line, TagField field) {
    return key(line).toUpperCase(Locale.ROOT).equals(field.name());
  }

  private static String key(String line) {
    return line.substring(0, Math.max(0, line.indexOf('=')));
  }

  private static String escape(String value) {
    StringBuilder escaped = new StringBuilder();
    value
        .chars()
        .forEach(
            c ->
                escaped.append(
                    c < 0x20 || c == '%' || c > 0x7e
                        ? String.format("%%%04x", c)
                        : String.valueOf((char) c)));
    return escaped.toString();
  }

  private static String unescape(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '%') {
        text.append((char) Integer.parseInt(value.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        text.append(value.charAt(i));
      }
    }
    return text.toString();
  }

  private record Content(List<String> lines, String audio) {}

  private static Content content(Path file) throws TagException {
    try {
      String text = Files.readString(file);
      int end = text.indexOf("\n" + END);
      if (!text.startsWith(MAGIC) || end < 0) {
        throw new TagException("malformed-tag", file + " has no end of its tags", "Look.");
      }
      return new Content(
          text.substring(0, end).lines().skip(1).toList(), text.substring(end + 1 + END.length()));
    } catch (IOException e) {
      throw new TagException("unreadable", file + ": " + e.getMessage(), "Look.", e);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
