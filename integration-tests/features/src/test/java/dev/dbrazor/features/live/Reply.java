package dev.dbrazor.features.live;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.ForeignKeyAction;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.References;

/** Goes with its post. */
@Collection("replies")
public record Reply(
    @Id long id,
    @References(value = Post.class, onDelete = ForeignKeyAction.CASCADE) long postId,
    String text) {
  static Reply to(Post post, String text) {
    return new Reply(0, post.id(), text);
  }
}
