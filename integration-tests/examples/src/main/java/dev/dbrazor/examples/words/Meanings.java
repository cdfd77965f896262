package dev.dbrazor.examples.words;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.List;

/** Where sentences lie among all meanings: what a small language model makes of them. */
final class Meanings {
  private final EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();

  float[] of(String sentence) {
    return model.embed(sentence).content().vector();
  }

  /** In the order of the sentences; uses all processors. */
  List<float[]> ofAll(List<String> sentences) {
    List<TextSegment> segments = sentences.stream().map(TextSegment::from).toList();
    return model.embedAll(segments).content().stream().map(each -> each.vector()).toList();
  }
}
