package org.tonearm.spark.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * S3Proxy on loopback, in a process of its own, whose objects are in memory. Its jars are fetched
 * by the module {@code s3-server}, which comes before this one in a build.
 */
public final class S3Server implements AutoCloseable {
  private static final Path JARS = Path.of("s3-server", "target", "jars");
  private static final String NAME = "local-name";
  private static final String SECRET = "local-secret";
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path settings;
  private final int port;

  private S3Server(Process process, Path settings, int port) {
    this.process = process;
    this.settings = settings;
    this.port = port;
  }

  /** Starts one on a free port; skips the test if its jars are not there. */
  public static S3Server start() throws Exception {
    assumeTrue(
        Files.isDirectory(JARS),
        "S3Proxy is not there: build host-adapters/spark/s3-server before");
    int port = freePort();
    Path settings = Files.createTempFile("s3proxy-", ".properties");
    Files.writeString(
        settings,
        String.join(
            "\n",
            "s3proxy.endpoint=http://127.0.0.1:" + port,
            "s3proxy.authorization=aws-v2-or-v4",
            "s3proxy.identity=" + NAME,
            "s3proxy.credential=" + SECRET,
            "s3proxy.ignore-unknown-headers=true",
            "jclouds.provider=transient",
            "jclouds.identity=none",
            "jclouds.credential=none"));
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-cp",
                JARS.toAbsolutePath() + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    S3Server server = new S3Server(process, settings, port);
    server.await();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        close();
        throw new IOException("S3Proxy did not start");
      }
      Thread.sleep(100);
    }
  }

  private boolean answers() {
    try {
      HttpURLConnection connection = (HttpURLConnection) endpoint().toURL().openConnection();
      return connection.getResponseCode() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What S3A has to be told to find it. */
  public Map<String, String> settings() {
    return Map.of(
        "fs.s3a.endpoint", endpoint().toString(),
        "fs.s3a.endpoint.region", "us-east-1",
        "fs.s3a.path.style.access", "true",
        "fs.s3a.connection.ssl.enabled", "false",
        "fs.s3a.access.key", NAME,
        "fs.s3a.secret.key", SECRET,
        "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
  }

  /** Makes a bucket. */
  public void makeBucket(String bucket, boolean versioned) {
    try (S3Client client = client()) {
      client.createBucket(request -> request.bucket(bucket));
      if (versioned) {
        client.putBucketVersioning(
            request ->
                request
                    .bucket(bucket)
                    .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
      }
    }
  }

  /** A client that is not the product's. */
  public S3Client client() {
    return S3Client.builder()
        .endpointOverride(endpoint())
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .httpClientBuilder(ApacheHttpClient.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(NAME, SECRET)))
        .build();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(settings);
  }
}
