package org.tonearm.spark.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;

/**
 * Objects through S3A. Its option for a put on a condition came with Hadoop 3.4.2; an older client
 * refuses it, since it is asked for as a must.
 */
final class S3aStore extends HadoopStore implements ConditionalStore {
  private static final String IF_MATCH = "fs.option.create.conditional.overwrite.etag";

  private static final String PUT_SIZE = "fs.s3a.multipart.size";
  private static final long DEFAULT_PUT_SIZE = 64L << 20;

  S3aStore(HadoopFiles files) {
    super(files);
  }

  @Override
  public Replacing replacing() {
    return Replacing.CONDITIONAL_PUT;
  }

  @Override
  public StoredFile replace(StoredFile seen, Path content, boolean allowLoss) throws IOException {
    String uri = seen.uri();
    mustFitInOnePut(uri, Files.size(content));
    FSDataOutputStreamBuilder<?, ?> put = overwriting(uri);
    ObjectHeaders.of(fileSystem(uri), uri).carryTo(put, allowLoss);
    put.must(IF_MATCH, seen.etag());
    try {
      write(put, content);
    } catch (IOException | RuntimeException e) {
      return afterFault(seen, content, e);
    }
    return status(uri);
  }

  /** A put in several parts has its condition checked at its end, by fewer servers. */
  private void mustFitInOnePut(String uri, long size) throws IOException {
    long most = fileSystem(uri).getConf().getLongBytes(PUT_SIZE, DEFAULT_PUT_SIZE);
    if (size >= most) {
      throw new RefusedException(
          "object-too-large",
          uri + " has " + size + " bytes, and a single put takes less than " + most,
          "Set " + PUT_SIZE + " above the size of the largest recording, 2G at most.");
    }
  }

  /**
   * What a failed put left behind. Its answer may have been lost on the way back, and a second try
   * by the client is then refused for the first one's sake.
   */
  private StoredFile afterFault(StoredFile seen, Path content, Exception fault) throws IOException {
    StoredFile now = now(seen, fault);
    if (!now.version().equals(seen.version())) {
      if (now.size() == Files.size(content)
          && ContentHash.of(open(now.uri()))
              .equals(ContentHash.of(Files.newInputStream(content)))) {
        return now;
      }
      throw new ReplacedSinceException(seen.uri(), fault);
    }
    throw fault instanceof IOException io ? io : new IOException(fault.getMessage(), fault);
  }

  private StoredFile now(StoredFile seen, Exception fault) throws IOException {
    try {
      return status(seen.uri());
    } catch (FileNotFoundException e) {
      throw new ReplacedSinceException(seen.uri(), fault);
    }
  }

  @Override
  public StoredFile put(String uri, Path content) throws IOException {
    write(overwriting(uri), content);
    return status(uri);
  }

  private FSDataOutputStreamBuilder<?, ?> overwriting(String uri) throws IOException {
    FSDataOutputStreamBuilder<?, ?> put = fileSystem(uri).createFile(AudioUri.hadoop(uri));
    put.overwrite(true);
    return put;
  }

  private static void write(FSDataOutputStreamBuilder<?, ?> put, Path content) throws IOException {
    try (FSDataOutputStream out = put.build()) {
      Files.copy(content, out);
    }
  }

  @Override
  public boolean versioned(String uri) throws IOException {
    String version = S3aVersion.of(looks(uri));
    return !version.isEmpty() && !version.equals("null");
  }

  @Override
  public void delete(String uri) throws IOException {
    fileSystem(uri).delete(AudioUri.hadoop(uri), false);
  }
}
