package dev.dbrazor.features.dao;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.MappingException;
import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Dao;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Metric;
import dev.dbrazor.annotation.Query;
import dev.dbrazor.annotation.Vector;
import dev.dbrazor.features.storage.EveryStorage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vectors are parameters and results of own SQL like any other component. */
class VectorParameterTest extends EveryStorage {
  @Collection("pictures")
  record Picture(
      @Id long id, @Vector(dimensions = 2, metric = Metric.L2) float @Nullable [] shape) {}

  @Dao
  interface Pictures {
    @Query("INSERT INTO pictures (shape) VALUES (:shape)")
    int add(float[] shape);

    @Query("UPDATE pictures SET shape = :shape WHERE id = :id")
    int change(long id, float @Nullable [] shape);

    @Query("SELECT id FROM pictures WHERE shape = :shape")
    List<Long> like(float[] shape);

    @Query("SELECT shape FROM pictures WHERE id = :id")
    Optional<float[]> shape(long id);
  }

  private Pictures pictures;

  @BeforeEach
  void makeDao() {
    pictures = new VectorParameterTest_PicturesImpl(db);
  }

  @Test
  void vectorsAreStoredComparedAndRead() {
    assertEquals(1, pictures.add(new float[] {1, -2.5f}));
    assertArrayEquals(new float[] {1, -2.5f}, pictures.shape(1).orElseThrow());
    assertEquals(List.of(1L), pictures.like(new float[] {1, -2.5f}));
    assertEquals(List.of(), pictures.like(new float[] {1, 2.5f}));
    assertEquals(1, pictures.change(1, new float[] {3, 4}));
    assertArrayEquals(
        new float[] {3, 4},
        new VectorParameterTest_PictureDao(db).findById(1L).orElseThrow().shape());
    assertEquals(1, pictures.change(1, null));
    assertEquals(Optional.empty(), pictures.shape(1));
  }

  @Test
  void wrongDimensionsAndNumbersAreRefused() {
    assertThrows(MappingException.class, () -> pictures.add(new float[] {1}));
    assertThrows(MappingException.class, () -> pictures.add(new float[] {1, Float.NaN}));
    assertThrows(MappingException.class, () -> pictures.like(new float[] {1, 2, 3}));
    assertEquals(Optional.empty(), pictures.shape(1));
  }
}
