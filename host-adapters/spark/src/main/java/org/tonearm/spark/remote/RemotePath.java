package org.tonearm.spark.remote;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;

/** The absolute address of a file, or the bare name of one. Shown as the address, decoded. */
final class RemotePath implements Path {
  private final RemoteFileSystem files;
  private final URI uri;
  private final String text;
  private final boolean name;
  private final long size;
  private final long modified;

  RemotePath(RemoteFileSystem files, URI uri, long size, long modified) {
    this(files, uri, uri.toString(), false, size, modified);
  }

  private RemotePath(
      RemoteFileSystem files, URI uri, String text, boolean name, long size, long modified) {
    this.files = files;
    this.uri = uri;
    this.text = text;
    this.name = name;
    this.size = size;
    this.modified = modified;
  }

  org.apache.hadoop.fs.Path hadoop() {
    return new org.apache.hadoop.fs.Path(uri);
  }

  long size() {
    return size;
  }

  long modified() {
    return modified;
  }

  @Override
  public FileSystem getFileSystem() {
    return files;
  }

  @Override
  public boolean isAbsolute() {
    return !name;
  }

  @Override
  public Path getRoot() {
    return null;
  }

  @Override
  public Path getFileName() {
    String path = uri.getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    return name ? this : new RemotePath(files, uri, last, true, size, modified);
  }

  @Override
  public Path getParent() {
    return null;
  }

  @Override
  public int getNameCount() {
    return 1;
  }

  @Override
  public Path getName(int index) {
    return getFileName();
  }

  @Override
  public Path subpath(int beginIndex, int endIndex) {
    return getFileName();
  }

  @Override
  public boolean startsWith(Path other) {
    return equals(other);
  }

  @Override
  public boolean endsWith(Path other) {
    return equals(other);
  }

  @Override
  public Path normalize() {
    return this;
  }

  @Override
  public Path resolve(Path other) {
    throw new UnsupportedOperationException("a file has nothing below it: " + this);
  }

  @Override
  public Path relativize(Path other) {
    throw new UnsupportedOperationException();
  }

  @Override
  public URI toUri() {
    return uri;
  }

  @Override
  public Path toAbsolutePath() {
    return this;
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return this;
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    if (other instanceof RemotePath path) {
      return text.compareTo(path.text);
    }
    throw new ProviderMismatchException();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RemotePath path && text.equals(path.text) && name == path.name;
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, name);
  }

  @Override
  public String toString() {
    return text;
  }
}
