package org.tonearm.standalone;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an age such as {@code 365d}, {@code 12w} or {@code 2y}; a year has 365 days. */
final class AgeConverter implements ITypeConverter<Duration> {
  private static final Pattern AGE = Pattern.compile("(\\d{1,5})([dwy])");

  @Override
  public Duration convert(String text) {
    Matcher age = AGE.matcher(text);
    if (!age.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no age; expected days, weeks or years, such as 365d, 12w or 2y");
    }
    int days =
        switch (age.group(2)) {
          case "d" -> 1;
          case "w" -> 7;
          default -> 365;
        };
    return Duration.ofDays(Long.parseLong(age.group(1)) * days);
  }
}
