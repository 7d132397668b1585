package org.tonearm.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How firmly a public type stands. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Stability {

  /** The promise made for the annotated type. */
  Level value();

  /** Levels of promise. */
  enum Level {
    /** Changes only with a new major version. */
    STABLE,
    /** May change with any version; the changelog says when it does. */
    EXPERIMENTAL
  }
}
