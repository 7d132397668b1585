package org.tonearm.spark.analyze;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Files of tasks that had ended when their driver was killed: whole, and not yet in the table.
 * Hadoop's committer leaves them in a folder of its own, and would put them into the table with the
 * next job, behind the back of whoever counted rows before.
 */
final class LeftOvers {
  private static final String TEMPORARY = "_temporary";

  private final Configuration hadoop;
  private final Path table;

  /**
   * @param table where the table lies
   */
  LeftOvers(Configuration hadoop, String table) {
    this.hadoop = hadoop;
    this.table = new Path(table);
  }

  /**
   * Puts them into the table, and removes what is no use. Nobody else may write the table.
   *
   * @return how many files were put there
   */
  int rescue() throws IOException {
    FileSystem files = table.getFileSystem(hadoop);
    Path temporary = new Path(table, TEMPORARY);
    if (!files.exists(temporary)) {
      return 0;
    }
    int rescued = 0;
    for (FileStatus job : files.listStatus(temporary)) {
      for (FileStatus task : files.listStatus(job.getPath())) {
        if (task.isDirectory() && task.getPath().getName().startsWith("task_")) {
          rescued += rescue(files, task.getPath());
        }
      }
    }
    files.delete(temporary, true);
    return rescued;
  }

  private int rescue(FileSystem files, Path task) throws IOException {
    int rescued = 0;
    String root = files.makeQualified(task).toUri().getPath() + "/";
    for (RemoteIterator<LocatedFileStatus> it = files.listFiles(task, true); it.hasNext(); ) {
      Path file = it.next().getPath();
      String below = file.toUri().getPath().substring(root.length());
      Path place = new Path(table, below);
      if (file.getName().endsWith(".parquet") && !files.exists(place)) {
        files.mkdirs(place.getParent());
        if (!files.rename(file, place)) {
          throw new IOException(file + " can't be put to " + place);
        }
        rescued++;
      }
    }
    return rescued;
  }
}
