package dk.borgermaaling.gateway.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Renders the templates of {@code src/main/jte}, which the build has made into classes. Values are
 * escaped for the place where they stand.
 */
public final class Pages {
  private final TemplateEngine engine;
  private final Assets assets;

  public Pages(Assets assets) {
    this.assets = assets;
    this.engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "dk.borgermaaling.jte");
  }

  /**
   * The page as UTF-8. {@code assets} is added to the values of every template.
   *
   * @param template path below {@code src/main/jte}, for example {@code survey/intro.jte}
   */
  public byte[] render(String template, Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> all = new HashMap<>(values);
    all.put("assets", assets);
    Utf8ByteOutput out = new Utf8ByteOutput();
    engine.render(template, all, out);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(out.getContentLength());
    try {
      out.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
