package dk.borgermaaling.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
  @Test
  void it_is_what_linux_tells() {
    assertThat(
            ProcessMemory.parse(
                List.of("Name:\tjava", "VmHWM:\t  912345 kB", "VmRSS:\t  812345 kB")))
        .isEqualTo(new ProcessMemory(812_345, 912_345));
  }
}
