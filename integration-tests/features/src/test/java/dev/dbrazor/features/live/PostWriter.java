package dev.dbrazor.features.live;

import dev.dbrazor.Database;
import java.nio.file.Path;

/** Another process that writes: a file and the texts of posts. */
public final class PostWriter {
  private PostWriter() {}

  public static void main(String[] args) {
    try (Database db = Database.open(Path.of(args[0]))) {
      PostDao posts = new PostDao(db);
      for (int i = 1; i < args.length; i++) {
        posts.insert(Post.of(args[i]));
      }
    }
  }
}
