package org.tonearm.standalone;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

/** Prints why tests skipped themselves: a missing program, say. Found by ServiceLoader. */
public final class SkipReasons implements TestWatcher, LifecycleMethodExecutionExceptionHandler {
  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    print(context.getRequiredTestClass().getSimpleName() + ": " + context.getDisplayName(), cause);
  }

  /** A class that skips as a whole; no single test of it is told to {@link #testAborted}. */
  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    if (thrown instanceof TestAbortedException) {
      print(context.getRequiredTestClass().getSimpleName(), thrown);
    }
    throw thrown;
  }

  private static void print(String test, Throwable cause) {
    String reason = Optional.ofNullable(cause).map(Throwable::getMessage).orElse("no reason given");
    System.out.println("Skipped " + test + ": " + reason);
  }
}
