package dev.dbrazor.features.dao;

import dev.dbrazor.annotation.Converter;

/** Six digits, as on the web. */
public final class HexColor implements Converter<Color, String> {
  @Override
  public String toStored(Color color) {
    return "%02x%02x%02x".formatted(color.red(), color.green(), color.blue());
  }

  @Override
  public Color fromStored(String hex) {
    int rgb = Integer.parseInt(hex, 16);
    return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }
}
