package org.tonearm.spark.bench;

import java.io.FileNotFoundException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A file system that lists as many recordings as its address says, {@code made://archive/1000000},
 * and holds none: a thousand in a folder.
 */
public final class MadeUpArchive extends FileSystem {
  private static final int A_FOLDER = 1_000;
  private static final long TIME = 1_700_000_000_000L;

  private URI uri;

  @Override
  public void initialize(URI name, Configuration conf) throws java.io.IOException {
    super.initialize(name, conf);
    uri = URI.create(name.getScheme() + "://" + name.getAuthority());
  }

  @Override
  public String getScheme() {
    return "made";
  }

  @Override
  public URI getUri() {
    return uri;
  }

  @Override
  public FileStatus[] listStatus(Path folder) throws FileNotFoundException {
    int depth = folder.depth();
    int rows = Integer.parseInt(folder.toUri().getPath().split("/")[1]);
    int first = depth == 1 ? 0 : Integer.parseInt(folder.getName()) * A_FOLDER;
    int count = depth == 1 ? (rows + A_FOLDER - 1) / A_FOLDER : Math.min(A_FOLDER, rows - first);
    FileStatus[] listed = new FileStatus[count];
    for (int i = 0; i < count; i++) {
      Path path = new Path(folder, depth == 1 ? Integer.toString(i) : first + i + ".mp3");
      listed[i] =
          depth == 1
              ? new FileStatus(0, true, 1, 0, TIME, path)
              : new FileStatus(4_000_000L + (first + i) % 4_000_000, false, 1, 0, TIME, path);
    }
    return listed;
  }

  @Override
  public FileStatus getFileStatus(Path path) {
    boolean file = path.getName().endsWith(".mp3");
    return new FileStatus(file ? 4_000_000 : 0, !file, 1, 0, TIME, makeQualified(path));
  }

  @Override
  public Path getWorkingDirectory() {
    return new Path(uri.toString() + "/");
  }

  @Override
  public void setWorkingDirectory(Path folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) {
    throw new UnsupportedOperationException("nothing is there to be read");
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FSDataOutputStream append(Path file, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean delete(Path path, boolean recursive) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean mkdirs(Path folder, FsPermission permission) {
    throw new UnsupportedOperationException();
  }
}
