package org.tonearm.standalone;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path. An empty text, as of a variable that is not set, would be the current folder. */
final class PathConverter implements ITypeConverter<Path> {
  static final String EMPTY = "An empty text is no path; the current folder is '.'.";

  @Override
  public Path convert(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException(EMPTY);
    }
    return Path.of(text);
  }
}
