package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.file.Path;

/** Told of each step; what it throws is taken for a fault of the step that would come next. */
@FunctionalInterface
interface StepListener {
  /** Listens to nothing. */
  StepListener NONE = (step, temporary) -> {};

  /** A step is done. */
  void reached(WriteStep step, Path temporary) throws IOException;
}
