package dev.dbrazor.attacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Ways a file can be wrong. */
enum Damage {
  FLIPPED_BYTES {
    @Override
    void apply(Sample sample, Path file, Random random) throws IOException {
      byte[] data = sample.healthy().clone();
      int count = 1 + random.nextInt(64);
      for (int i = 0; i < count; i++) {
        data[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, data);
    }
  },
  FLIPPED_HEADER {
    @Override
    void apply(Sample sample, Path file, Random random) throws IOException {
      byte[] data = sample.healthy().clone();
      data[random.nextInt(100)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, data);
    }
  },
  OVERWRITTEN_PAGE {
    @Override
    void apply(Sample sample, Path file, Random random) throws IOException {
      byte[] data = sample.healthy().clone();
      byte[] page = new byte[4096];
      random.nextBytes(page);
      System.arraycopy(page, 0, data, 4096 * random.nextInt(data.length / 4096), page.length);
      Files.write(file, data);
    }
  },
  TRUNCATED {
    @Override
    void apply(Sample sample, Path file, Random random) throws IOException {
      Files.write(
          file, Arrays.copyOf(sample.healthy(), 1 + random.nextInt(sample.healthy().length - 1)));
    }
  },
  FOREIGN_LOG {
    @Override
    void apply(Sample sample, Path file, Random random) throws IOException {
      Files.write(file, sample.healthy());
      Files.write(file.resolveSibling(file.getFileName() + "-wal"), sample.foreignLog());
    }
  },
  PART_OF_FOREIGN_LOG {
    @Override
    void apply(Sample sample, Path file, Random random) throws IOException {
      Files.write(file, sample.healthy());
      Files.write(file.resolveSibling(file.getFileName() + "-wal"), sample.partOfForeignLog());
    }
  },
  NO_DATABASE {
    @Override
    void apply(Sample sample, Path file, Random random) throws IOException {
      byte[] data = new byte[1 + random.nextInt(50_000)];
      random.nextBytes(data);
      Files.write(file, data);
    }
  };

  /**
   * A whole file, and logs of another one.
   *
   * @param foreignLog all of the other database: nothing of it has been moved into its file
   * @param partOfForeignLog what came after a checkpoint
   */
  record Sample(byte[] healthy, byte[] foreignLog, byte[] partOfForeignLog) {}

  abstract void apply(Sample sample, Path file, Random random) throws IOException;
}
