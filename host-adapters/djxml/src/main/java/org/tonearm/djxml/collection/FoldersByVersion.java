package org.tonearm.djxml.collection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.listing.Folder;

/**
 * Folders of a program, one a version, such as {@code Traktor 3.10.1} and {@code Traktor 3.9.0}.
 *
 * @param parent where they lie; need not exist
 * @param prefix what their names begin with
 */
public record FoldersByVersion(Path parent, String prefix) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** A file of each, that of the highest version first. */
  public List<Path> files(String name) {
    List<Path> folders;
    try {
      folders = new ArrayList<>(Folder.entries(parent, prefix + "*"));
    } catch (IOException e) {
      return List.of();
    }
    folders.sort(Comparator.comparing(FoldersByVersion::version, FoldersByVersion::compare));
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      files.add(0, folder.resolve(name));
    }
    return files;
  }

  private static List<Integer> version(Path folder) {
    List<Integer> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(folder.getFileName().toString());
    while (number.find()) {
      numbers.add(Integer.valueOf(number.group()));
    }
    return numbers;
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
