package org.tonearm.standalone;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes verbs, and gives them what they work with.
 *
 * @param workplace null where verbs are only described, and never run
 */
record VerbFactory(Workplace workplace) implements IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Workplace.class) {
        return type.cast(constructor.newInstance(workplace));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
