package org.tonearm.spark.store;

import java.lang.reflect.InvocationTargetException;
import org.apache.hadoop.fs.FileStatus;

/**
 * An object's version id, which only S3A's own class of status tells; that class is not on the
 * class path of those who have no objects.
 */
final class S3aVersion {
  private S3aVersion() {}

  /** The id, "" if the bucket keeps no versions or the client does not tell. */
  static String of(FileStatus status) {
    try {
      Object id = status.getClass().getMethod("getVersionId").invoke(status);
      return id == null ? "" : id.toString();
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return "";
    }
  }
}
