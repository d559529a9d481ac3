package dk.borgermaaling.schultz.file;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of delta files.
 *
 * @param folder with a folder for each tenant, by its name; all nodes see the same one
 * @param largestFile in bytes
 * @param keepFor how long files that have been taken stay, real time; they hold CPR numbers
 */
public record FileSettings(Path folder, long largestFile, Duration keepFor) {
  public FileSettings {
    if (largestFile < 1 || keepFor.isNegative()) {
      throw new IllegalArgumentException(
          "gateway.schultz.largest-file must be positive and gateway.schultz.done-file-days not"
              + " below 0");
    }
  }
}
