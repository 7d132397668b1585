package org.tonearm;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Prints why a test skipped itself: a missing program of others, say. Found by ServiceLoader. */
public final class SkipReasons implements TestWatcher {
  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    String test = context.getRequiredTestClass().getSimpleName() + ": " + context.getDisplayName();
    String reason = Optional.ofNullable(cause).map(Throwable::getMessage).orElse("no reason given");
    System.out.println("Skipped " + test + ": " + reason);
  }
}
