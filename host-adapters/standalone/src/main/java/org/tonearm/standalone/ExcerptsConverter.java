package org.tonearm.standalone;

import org.tonearm.api.audio.Excerpts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code whole}, or a number of excerpts. */
final class ExcerptsConverter implements ITypeConverter<Excerpts> {

  @Override
  public Excerpts convert(String value) {
    if (value.equals("whole")) {
      return Excerpts.WHOLE;
    }
    try {
      int count = Integer.parseInt(value);
      if (count >= 1 && count <= 100) {
        return new Excerpts(count);
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number out of range.
    }
    throw new TypeConversionException(
        "expected 'whole' or a number from 1 to 100, not '" + value + "'");
  }
}
