package dk.borgermaaling.gateway.murder;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A disk that can be filled. It is a small tmpfs when this machine lets us mount one. When it does
 * not, an ordinary folder is full as far as processes are concerned whose files may not grow
 * (RLIMIT_FSIZE, which PostgreSQL meets as an error of the write).
 */
abstract class SmallDisk implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SmallDisk.class.getName());

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static SmallDisk in(Path folder, int megabytes) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean mounted =
        Signals.run(
            List.of(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + megabytes + "m",
                "tmpfs",
                folder.toString()));
    if (!mounted) {
      LOG.log(
          Level.WARNING,
          "no tmpfs can be mounted here: a full disk is played by a limit on the size of files");
    }
    return mounted ? new Mounted(folder) : new Limited(folder);
  }

  final Path folder() {
    return folder;
  }

  /** Nothing more can be written to it by these. */
  abstract void fill(List<Long> pids);

  /** There is room again. */
  abstract void free(List<Long> pids);

  @Override
  public abstract void close();

  private static final class Mounted extends SmallDisk {
    private static final int BLOCK = 1024 * 1024;
    private final Path ballast;

    Mounted(Path folder) {
      super(folder);
      ballast = folder.resolve("ballast");
    }

    @Override
    void fill(List<Long> pids) {
      write(new byte[BLOCK]);
      write(new byte[1]);
    }

    /** Until the disk says no. */
    private void write(byte[] block) {
      try (OutputStream out =
          Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (true) {
          out.write(block);
        }
      } catch (IOException e) {
        LOG.log(Level.FINE, "the disk is full", e);
      }
    }

    @Override
    void free(List<Long> pids) {
      try {
        Files.deleteIfExists(ballast);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      if (!Signals.run(List.of("umount", folder().toString()))) {
        Signals.run(List.of("umount", "-l", folder().toString()));
      }
    }
  }

  private static final class Limited extends SmallDisk {
    Limited(Path folder) {
      super(folder);
    }

    @Override
    void fill(List<Long> pids) {
      limit(pids, "1");
    }

    @Override
    void free(List<Long> pids) {
      limit(pids, "unlimited");
    }

    /** The soft limit alone, so that it can be lifted. */
    private static void limit(List<Long> pids, String bytes) {
      for (long pid : pids) {
        Signals.run(List.of("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes + ":"));
      }
    }

    @Override
    public void close() {}
  }
}
