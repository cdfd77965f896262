package dev.dbrazor.vectors;

import dev.dbrazor.wordnet.WordNet;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The glosses of WordNet 3.1 as a sentence model sees them; made once, some 12 minutes. */
final class Embeddings {
  private static final int BATCH = 64;

  private Embeddings() {}

  /** All of them, shuffled always alike. */
  static List<float[]> of(Path file) throws IOException {
    if (!Files.exists(file)) {
      Path part = Path.of(file + ".part");
      make(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<float[]> vectors = new ArrayList<>();
    while (all.hasRemaining()) {
      float[] vector = new float[Gloss.DIMENSIONS];
      all.asFloatBuffer().get(vector);
      all.position(all.position() + Gloss.DIMENSIONS * Float.BYTES);
      vectors.add(vector);
    }
    Collections.shuffle(vectors, new Random(1));
    return vectors;
  }

  private static void make(Path file) throws IOException {
    List<TextSegment> texts =
        WordNet.synsets()
            .map(s -> TextSegment.from(String.join(", ", s.words()) + ": " + s.gloss()))
            .toList();
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      AllMiniLmL6V2QuantizedEmbeddingModel model =
          new AllMiniLmL6V2QuantizedEmbeddingModel(threads);
      for (int from = 0; from < texts.size(); from += BATCH) {
        List<TextSegment> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
        for (Embedding made : model.embedAll(batch).content()) {
          out.write(bytes(made.vector()));
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  static byte[] bytes(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return bytes.array();
  }
}
