package dev.dbrazor.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/** Lucene's graph of vectors, as it comes, in one segment; one thread. */
final class LuceneGraph implements AutoCloseable {
  static final String VERSION = Version.LATEST.toString();

  private final Directory directory;
  private final IndexWriter writer;
  private DirectoryReader reader;
  private IndexSearcher searcher;

  LuceneGraph(Path folder, List<float[]> vectors) throws IOException {
    directory = FSDirectory.open(folder);
    writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(1024));
    for (int place = 0; place < vectors.size(); place++) {
      writer.addDocument(document(place, vectors.get(place)));
    }
    writer.forceMerge(1);
    writer.commit();
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  private static Document document(int place, float[] vector) {
    Document document = new Document();
    document.add(new IntField("place", place, Store.YES));
    document.add(new IntField("bucket", place % 100, Store.NO));
    document.add(new KnnFloatVectorField("v", vector, VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  /** Of all files. */
  long bytes() throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += directory.fileLength(file);
    }
    return bytes;
  }

  /**
   * The k nearest of those that the graph finds.
   *
   * @param looked how many it is asked for: more of them are truer
   */
  int[] nearest(float[] query, int k, int looked) throws IOException {
    return nearest(query, k, looked, null);
  }

  /** The same among one bucket. */
  int[] nearest(float[] query, int k, int looked, int bucket) throws IOException {
    return nearest(query, k, looked, IntField.newExactQuery("bucket", bucket));
  }

  private int[] nearest(float[] query, int k, int looked, @Nullable Query filter)
      throws IOException {
    refresh();
    ScoreDoc[] found =
        searcher.search(new KnnFloatVectorQuery("v", query, looked, filter), k).scoreDocs;
    int[] places = new int[found.length];
    for (int i = 0; i < found.length; i++) {
      Document document = searcher.storedFields().document(found[i].doc);
      places[i] = document.getField("place").numericValue().intValue();
    }
    return places;
  }

  private void refresh() throws IOException {
    DirectoryReader newer = DirectoryReader.openIfChanged(reader);
    if (newer != null) {
      reader.close();
      reader = newer;
      searcher = new IndexSearcher(reader);
    }
  }

  void update(int place, float[] vector) throws IOException {
    writer.deleteDocuments(IntField.newExactQuery("place", place));
    writer.addDocument(document(place, vector));
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    writer.close();
    directory.close();
  }
}
