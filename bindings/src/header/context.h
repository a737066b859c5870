#ifndef NPC_ABI
#define NPC_ABI 1

/** What a function returns: 0, or 1 if it raised an exception, which the context then describes. */
typedef int32_t npc_status;

/**
 * What functions keep between calls. `npc_context cx = {0};` is ready for use (in C++ also `npc_context cx{};`).
 * One per thread: calls with different contexts may run at once.
 */
typedef struct npc_context {
  int64_t site;                              /* what was raised, for the functions `error_…`; 0: nothing */
  int64_t position;                          /* where */
  int64_t arguments[8];                      /* of the message */
  int64_t depth;                             /* of recursive calls */
  void *(*alloc)(size_t bytes, void *user);  /* aligned to 16 bytes, NULL if there is none; 0: malloc */
  void (*free)(void *buffer, void *user);    /* 0: free */
  void *user;                                /* handed to both */
  int64_t countdown;                         /* k > 0: the k-th allocation from now is refused (for tests) */
  int64_t in_use;                            /* bytes in live buffers */
  uint64_t stack_limit;                      /* lowest address of the stack; below it RecursionError; 0: none */
  int64_t memory_limit;                      /* bytes in live buffers; beyond it MemoryError; 0: none */
  const volatile uint32_t *interrupt;        /* KeyboardInterrupt soon after this is not 0; NULL: never */
  void *random;                              /* reserved */
  void *text;                                /* what was printed: 16 bytes, then UTF-8; read it, then `npc_release` it and store 0 */
  int64_t text_length;                       /* its bytes; store 0 with it */
  int64_t trace_count;
  int64_t trace[16];
  void *message;                             /* text of a message that was made at run time, as `text` */
  int64_t message_length;
  int64_t reserved;
} npc_context;

/**
 * Drops the reference that a result array comes with, and frees its memory with the last one. Takes the `parent` of a
 * result and the context of the call; NULL is ignored.
 */
static inline void npc_release(npc_context *cx, void *parent) {
  int64_t *buffer = (int64_t *)parent; /* number of references, bytes, then the elements */
  if (buffer == NULL || --buffer[0] != 0) return;
  cx->in_use -= buffer[1];
  if (cx->free != NULL) (cx->free)(parent, cx->user);
  else free(parent);
}
#elif NPC_ABI != 1
#error "these headers were made by versions of npc that do not go together"
#endif
