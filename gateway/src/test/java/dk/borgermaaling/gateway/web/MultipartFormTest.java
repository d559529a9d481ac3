package dk.borgermaaling.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {
  private static final MediaType TYPE =
      new MediaType("multipart", "form-data", Map.of("boundary", "AaB03x"));

  @Test
  void a_browsers_form_gives_its_fields_and_its_file_byte_for_byte() {
    String file = "PK\r\n--AaB03\r\n\r\n--\0";
    MultipartForm form =
        parse(
            "--AaB03x\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\nabc\r\n"
                + "--AaB03x\r\ncontent-disposition: form-data; name=\"by\"\r\n\r\nJørgen\r\n"
                + "--AaB03x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a b.xlsx\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"
                + file
                + "\r\n--AaB03x\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\nx\r\n"
                + "--AaB03x--\r\n");
    assertThat(form.text("form-token")).isEqualTo("abc");
    assertThat(form.text("by")).isEqualTo("Jørgen");
    assertThat(form.text("file")).isEqualTo(file);
    assertThat(form.bytes("nothing")).isEmpty();
    assertThat(form.fileName("file")).isEqualTo("a b.xlsx");
    assertThat(form.fileName("form-token")).isEmpty();
  }

  @Test
  void a_file_name_cannot_pass_for_a_field() {
    MultipartForm form =
        parse(
            "--AaB03x\r\nContent-Disposition: form-data; name=\"file\";"
                + " filename=\"x; name=form-token\"\r\n\r\nabc\r\n--AaB03x--\r\n");
    assertThat(form.text("form-token")).isEmpty();
    assertThat(form.text("file")).isEqualTo("abc");
  }

  @Test
  void a_file_is_called_what_it_is_without_its_folders() {
    String head = "--AaB03x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"";
    assertThat(parse(head + "C:\\x\\a.csv\"\r\n\r\n\r\n--AaB03x--").fileName("file"))
        .isEqualTo("a.csv");
    assertThat(parse(head + "../../a.csv\"\r\n\r\n\r\n--AaB03x--").fileName("file"))
        .isEqualTo("a.csv");
    assertThat(parse(head + "\"\r\n\r\n\r\n--AaB03x--").fileName("file")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--AaB03x--\r\n",
        "--AaB03x\r\n",
        "--AaB03x\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\nabc",
        "--AaB03x\r\nContent-Disposition: form-data; name=\"form-token\"\r\nabc\r\n--AaB03x--",
        "--AaB03x\r\nContent-Disposition: attachment; name=\"form-token\"\r\n\r\nabc\r\n--AaB03x--",
        "--AaB03xContent-Disposition: form-data; name=\"form-token\"\r\n\r\nabc\r\n--AaB03x--",
        "form-token=abc"
      })
  void what_no_browser_sends_is_a_form_without_fields(String body) {
    assertThat(parse(body).text("form-token")).isEmpty();
  }

  @Test
  void a_type_without_a_boundary_has_no_fields() {
    assertThat(
            MultipartForm.parse(
                    MediaType.MULTIPART_FORM_DATA_TYPE, "--\r\n".getBytes(StandardCharsets.UTF_8))
                .text("form-token"))
        .isEmpty();
  }

  private static MultipartForm parse(String body) {
    return MultipartForm.parse(TYPE, body.getBytes(StandardCharsets.UTF_8));
  }
}
