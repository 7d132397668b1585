package org.tonearm.backend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for NVIDIA cards by the driver's files and its program {@code nvidia-smi}: a native library
 * that does not fit a card can end the process, so none is loaded before this was asked. Stateless
 * and thread-safe.
 *
 * @param driverFiles files of which the driver makes one; empty where it makes none (Windows)
 * @param command prints a line a card: name, compute capability
 * @param seconds how long the command may take
 */
public record CardProbe(List<Path> driverFiles, List<String> command, int seconds) {
  private static final Pattern CARD = Pattern.compile("(.+?), *(?:(\\d+)\\.(\\d)|\\S.*)");

  /**
   * What was found.
   *
   * @param driver whether there is a driver
   * @param cards in the driver's order
   * @param trouble why the driver could not be asked; "" if it answered
   */
  public record Result(boolean driver, List<Card> cards, String trouble) {
    static final Result NO_DRIVER = new Result(false, List.of(), "");

    /** Copies the list. */
    public Result {
      cards = List.copyOf(cards);
    }
  }

  /** Copies the lists. */
  public CardProbe {
    driverFiles = List.copyOf(driverFiles);
    command = List.copyOf(command);
  }

  /** For this computer. */
  public static CardProbe ofThisComputer() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return new CardProbe(
        windows
            ? List.of()
            : List.of(
                Path.of("/proc/driver/nvidia/version"),
                Path.of("/dev/nvidiactl"),
                Path.of("/dev/dxg")),
        List.of("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader"),
        10);
  }

  /** Looks. Takes no time where no driver is, else some 50 ms. */
  public Result look() {
    if (!driverFiles.isEmpty() && driverFiles.stream().noneMatch(Files::exists)) {
      return Result.NO_DRIVER;
    }
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return driverFiles.isEmpty()
          ? Result.NO_DRIVER
          : new Result(true, List.of(), command.get(0) + " can't be started");
    }
    return answer(process);
  }

  private Result answer(Process process) {
    try (InputStream out = process.getInputStream()) {
      process.getOutputStream().close();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        return new Result(true, List.of(), command.get(0) + " does not answer");
      }
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.exitValue() != 0) {
        return new Result(true, List.of(), command.get(0) + " says: " + firstLine(text));
      }
      return new Result(true, cards(text), "");
    } catch (IOException e) {
      return new Result(true, List.of(), command.get(0) + " can't be read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(true, List.of(), command.get(0) + " was interrupted");
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<Card> cards(String text) {
    List<Card> cards = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher matcher = CARD.matcher(line.strip());
      if (matcher.matches()) {
        boolean told = matcher.group(2) != null;
        cards.add(
            new Card(
                matcher.group(1),
                told ? Integer.parseInt(matcher.group(2)) : 0,
                told ? Integer.parseInt(matcher.group(3)) : 0));
      }
    }
    return cards;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("nothing");
  }
}
