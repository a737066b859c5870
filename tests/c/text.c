/* Strings, printed text and messages that are made at run time. */
#include "text.h"
#include "check.h"

static npc_context cx;

static npc_uint8_1d text(const char *bytes) {
  return npc_uint8_1d_of((uint8_t *)bytes, (int64_t)strlen(bytes));
}

static void results(void) {
  npc_uint8_1d name = text("J\xc3\xb6rg"), out = {0};
  CHECK(text_greet(&out, &cx, &name, 2) == 0);
  CHECK(out.shape[0] == 28 && memcmp(out.data, "Hello, J\xc3\xb6rg! Hello, J\xc3\xb6rg! ", 28) == 0);
  npc_release(&cx, out.parent);
  CHECK(cx.text != NULL && cx.text_length == 16 && memcmp((char *)cx.text + 16, "greeting J\xc3\xb6rg\n2", 16) == 0);
  npc_release(&cx, cx.text);
  cx.text = NULL, cx.text_length = 0;
}

static void messages(void) {
  char message[64], small[4];
  npc_uint8_1d name = text("it's"), out = {0};
  CHECK(text_greet(&out, &cx, &name, -3) == 1);
  CHECK(strcmp(text_error_type(&cx), "ValueError") == 0);
  CHECK(text_error_message(&cx, message, sizeof message) == 15 && strcmp(message, "-3 times \"it's\"") == 0);
  CHECK(text_error_message(&cx, small, sizeof small) == 15 && strcmp(small, "-3 ") == 0);
  CHECK(text_greet(&out, &cx, &name, -4) == 1);
  CHECK(text_error_message(&cx, message, sizeof message) == 15 && strcmp(message, "-4 times \"it's\"") == 0);
  npc_release(&cx, cx.message);
  cx.message = NULL;
}

int main(void) {
  results();
  messages();
  CHECK(cx.in_use == 0);
  return failures != 0;
}
