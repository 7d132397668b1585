import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Draws what a command printed as a picture of a terminal, for the README. Run by a JDK alone:
 *
 * <pre>
 *   ./tonearm demo 2&gt;/dev/null | tee demo.txt
 *   java docs/TerminalPicture.java './tonearm demo' &lt; demo.txt &gt; docs/demo.svg
 * </pre>
 */
final class TerminalPicture {
  private static final double COLUMN = 8.4;
  private static final int LINE = 20;
  private static final int MARGIN = 18;

  private TerminalPicture() {}

  /** The argument is the command as shown at the prompt; stdin is what it printed. */
  public static void main(String[] arguments) throws IOException {
    String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = text.strip().replaceAll("/\\S*/tonearm-demo-\\d+", "/tmp/tonearm-demo").lines().toList();
    String prompt = "$ " + (arguments.length == 0 ? "" : arguments[0]);
    int columns = Math.max(prompt.length(), lines.stream().mapToInt(String::length).max().orElse(0));
    double width = columns * COLUMN + 2 * MARGIN;
    int height = (lines.size() + 2) * LINE + 2 * MARGIN;

    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.printf(
        java.util.Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %d\" font-size=\"14\""
            + " font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\">%n",
        width,
        height);
    out.println("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#16181d\"/>");
    line(out, 0, "#8bd5a0", prompt);
    for (int i = 0; i < lines.size(); i++) {
      line(out, i + 2, colour(lines.get(i), i), lines.get(i));
    }
    out.println("</svg>");
  }

  private static String colour(String line, int index) {
    if (index == 0) {
      return "#9aa4b2";
    }
    return line.contains(" -> ") ? "#ffffff" : "#c9d1d9";
  }

  private static void line(PrintStream out, int row, String colour, String text) {
    out.printf(
        "<text x=\"%d\" y=\"%d\" fill=\"%s\" xml:space=\"preserve\">%s</text>%n",
        MARGIN, MARGIN + LINE * row + 14, colour, escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
