package org.tonearm.panel.view.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A model's card as HTML: the part of Markdown that cards are written in. Pictures are left out.
 */
final class CardHtml {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");

  private final StringBuilder html = new StringBuilder("<html><body>");
  private final List<String> paragraph = new ArrayList<>();
  private boolean code;
  private boolean table;

  private CardHtml() {}

  static String of(String card) {
    CardHtml made = new CardHtml();
    card.lines().forEach(made::line);
    made.end();
    return made.html.append("</body></html>").toString();
  }

  private void line(String line) {
    if (line.startsWith("```")) {
      end();
      html.append(code ? "</pre>" : "<pre>");
      code = !code;
    } else if (code) {
      html.append(wrapped(escaped(line))).append('\n');
    } else if (line.startsWith("#")) {
      end();
      int level = Math.min(3, line.length() - line.replaceFirst("^#+", "").length());
      String tag = "h" + (level + 1);
      html.append('<').append(tag).append('>').append(inline(line.replaceFirst("^#+ *", "")));
      html.append("</").append(tag).append('>');
    } else if (line.startsWith("|")) {
      row(line);
    } else if (line.isBlank()) {
      end();
    } else if (!line.startsWith("![")) {
      paragraph.add(line);
    }
  }

  private void row(String line) {
    if (line.matches("[|\\-: ]+")) {
      return;
    }
    String cell = table ? "td" : "th";
    if (!table) {
      end();
      html.append("<table cellspacing=0 cellpadding=3>");
      table = true;
    }
    html.append("<tr>");
    String[] cells = line.strip().split("\\|", -1);
    for (String text : Arrays.copyOfRange(cells, 1, Math.max(1, cells.length - 1))) {
      html.append('<').append(cell).append(" align=left valign=top>");
      html.append(inline(text.strip())).append("</").append(cell).append('>');
    }
    html.append("</tr>");
  }

  private void end() {
    if (table) {
      html.append("</table>");
      table = false;
    }
    if (!paragraph.isEmpty()) {
      html.append("<p>").append(inline(String.join(" ", paragraph))).append("</p>");
      paragraph.clear();
    }
  }

  private static String inline(String text) {
    String plain = escaped(text);
    return STRONG.matcher(CODE.matcher(plain).replaceAll("<tt>$1</tt>")).replaceAll("<b>$1</b>");
  }

  /** Code has no line breaks of its own; a long command must not make the page as wide. */
  private static String wrapped(String code) {
    return code.replaceAll("(.{60,90}?) ", "$1\n    ");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
