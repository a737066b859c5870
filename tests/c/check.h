/* What the programs check with. */
#include <stdio.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition)                                                  \
  do {                                                                    \
    if (!(condition)) {                                                   \
      printf("%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition); \
      failures++;                                                         \
    }                                                                     \
  } while (0)

#define RAISES(call, type, text)                                          \
  do {                                                                    \
    char said[200];                                                       \
    CHECK((call) == 1);                                                   \
    kernels_error_message(&cx, said, sizeof said);                        \
    if (strcmp(kernels_error_type(&cx), type) != 0 || strcmp(said, text) != 0) { \
      printf("%s:%d: got %s: %s\n", __FILE__, __LINE__, kernels_error_type(&cx), said); \
      failures++;                                                         \
    }                                                                     \
  } while (0)
